import { formatDateSpan, parseDateWords } from './date-words';
import { eventSchema, slugFrom, type EventInput, type EventRecord } from './event';
import { rowsOf, textOf, textsOf } from './form-data';
import { placeByName, placeName } from './places';
import { pillars } from './vocabulary';

const actorKeys = ['name', 'role'] as const;
const measureKeys = ['measure', 'value', 'unit'] as const;
const sourceKeys = [
  'title',
  'author',
  'publisher',
  'publishedOn',
  'url',
  'archiveUrl',
  'accessedOn',
  'article',
  'paragraph',
  'footnote',
  'page',
  'quotation',
  'reliability',
  'credibility',
  'licence',
] as const;
const externalIdKeys = ['scheme', 'value'] as const;
const textKeys = [
  'title',
  'summary',
  'when',
  'dateText',
  'type',
  'region',
  'locality',
  'latitude',
  'longitude',
  'origin',
  'confidence',
  'marking',
  'tags',
  'links',
  'status',
] as const;

type Row<K extends readonly string[]> = Record<K[number], string>;

/** An event as it stands in the form: text as typed, so that nothing typed is ever lost or changed. */
export interface EventDraft extends Row<typeof textKeys> {
  pillars: string[];
  actors: Row<typeof actorKeys>[];
  measures: Row<typeof measureKeys>[];
  sources: Row<typeof sourceKeys>[];
  externalIds: Row<typeof externalIdKeys>[];
}

/** The groups of which an event may have several. */
export const groupKeys = {
  actors: actorKeys,
  measures: measureKeys,
  sources: sourceKeys,
  externalIds: externalIdKeys,
} as const;
export type Group = keyof typeof groupKeys;

const blankRow = (group: Group): Record<string, string> =>
  Object.fromEntries(groupKeys[group].map((key) => [key, '']));

/** The form before anything is typed: one empty source, because an event needs one. */
export function emptyDraft(): EventDraft {
  const texts = Object.fromEntries(textKeys.map((key) => [key, ''])) as Row<typeof textKeys>;
  const source = blankRow('sources') as EventDraft['sources'][number];
  return {
    ...texts,
    marking: 'OFFICIAL',
    status: 'published',
    pillars: [],
    actors: [],
    measures: [],
    sources: [source],
    externalIds: [],
  };
}

/** What a person sent. */
export function draftFromForm(form: FormData): EventDraft {
  const texts = Object.fromEntries(textKeys.map((key) => [key, textOf(form, key)])) as Row<typeof textKeys>;
  return {
    ...texts,
    pillars: textsOf(form, 'pillars'),
    actors: rowsOf(form, 'actors', actorKeys),
    measures: rowsOf(form, 'measures', measureKeys),
    sources: rowsOf(form, 'sources', sourceKeys),
    externalIds: rowsOf(form, 'externalIds', externalIdKeys),
  };
}

const rowText = <K extends string>(
  row: Record<K, string | number | null>,
  keys: readonly K[],
): Record<K, string> =>
  Object.fromEntries(keys.map((key) => [key, row[key] === null ? '' : String(row[key])])) as Record<
    K,
    string
  >;

/** A stored event as it would have been typed. */
export function draftFromEvent(event: EventInput | EventRecord): EventDraft {
  return {
    title: event.title,
    summary: event.summary,
    when: formatDateSpan(event),
    dateText: event.dateText ?? '',
    type: event.type,
    region: placeName(event.region),
    locality: event.locality ?? '',
    latitude: event.latitude === null ? '' : String(event.latitude),
    longitude: event.longitude === null ? '' : String(event.longitude),
    origin: event.origin === null ? '' : placeName(event.origin),
    confidence: event.confidence,
    marking: event.marking,
    tags: event.tags.join(', '),
    links: event.links.join('\n'),
    status: event.status,
    pillars: [...event.pillars],
    actors: event.actors.map((row) => rowText(row, actorKeys)),
    measures: event.measures.map((row) => rowText(row, measureKeys)),
    sources: event.sources.map((row) => rowText(row, sourceKeys)),
    externalIds: event.externalIds.map((row) => rowText(row, externalIdKeys)),
  };
}

/** The draft with a row added to a group, or taken from it: what the buttons of the form do. */
export function withGroupChange(draft: EventDraft, group: Group, change: 'add' | number): EventDraft {
  const rows: Record<string, string>[] = draft[group];
  const changed = change === 'add' ? [...rows, blankRow(group)] : rows.filter((_, i) => i !== change);
  return { ...draft, [group]: changed };
}

/** The control of a field's error: dates are typed in one field, lists lead to their first row. */
function fieldOf(path: readonly PropertyKey[]): string {
  const name = path.map(String).join('.');
  if (['startsOn', 'endsOn', 'precision'].includes(name)) return 'when';
  return name === 'sources'
    ? 'sources.0.title'
    : name
        .replace(/^tags\.\d+$/, 'tags')
        .replace(/^links\.\d+$/, 'links')
        .replace(/^pillars\.\d+$/, 'pillars');
}

export interface DraftError {
  field: string;
  message: string;
}

const isBlank = (row: Record<string, string>, ignored: readonly string[] = []): boolean =>
  Object.entries(row).every(([key, value]) => ignored.includes(key) || value.trim() === '');

/** Rows in which something was typed; a choice alone, which every new row shows, is nothing typed. */
const filled = <T extends Record<string, string>>(rows: T[], ...ignored: string[]): T[] =>
  rows.filter((row) => !isBlank(row, ignored));

const placeCode = (name: string): string => (name.trim() === '' ? '' : (placeByName(name)?.code ?? name));
const list = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Reads the draft as an event. Errors name the control by which they are mended. Of several errors on one control the
 * first stands.
 */
export function eventFromDraft(
  draft: EventDraft,
  slug?: string,
): { event: EventInput } | { errors: DraftError[] } {
  const span = parseDateWords(draft.when);
  const parsed = eventSchema.safeParse({
    ...draft,
    ...(span ?? { startsOn: '2000-01-01', endsOn: '2000-01-01', precision: 'day' }),
    slug: slug ?? slugFrom(draft.title, span?.startsOn ?? ''),
    pillars: draft.pillars.filter((code) => pillars.some((pillar) => pillar === code)),
    region: placeCode(draft.region),
    origin: placeCode(draft.origin),
    actors: filled(draft.actors, 'role'),
    measures: filled(draft.measures, 'measure'),
    sources: filled(draft.sources),
    externalIds: filled(draft.externalIds),
    tags: list(draft.tags.toLowerCase(), /[,\n]/),
    links: list(draft.links, /[\s,]+/).map((link) =>
      link.replace(/^.*\/events\//, '').replace(/[?#].*$/, ''),
    ),
  });
  const errors: DraftError[] = [];
  if (!span) {
    const typed = draft.when.trim();
    errors.push({
      field: 'when',
      message: typed
        ? `“${typed}” is not a date we can read: try 23 March 2020, mid-March 2020 or by 27 April 2020`
        : 'Enter when it happened',
    });
  }
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const field = fieldOf(path);
      if (field === 'slug' || errors.some((error) => error.field === field)) continue;
      errors.push({ field, message });
    }
  }
  return parsed.success && span ? { event: parsed.data } : { errors };
}
