import { formatDateSpan } from './date-words';
import { formatDay, type Day } from './days';
import type { EventInput, EventRecord } from './event';
import { rowsOf, textOf, textsOf } from './form-data';
import { placeWords } from './place-words';
import { findPlace } from './places';

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

/** What the form calls its fields, in the form's order. */
export const fieldNames: Record<keyof EventDraft, string> = {
  title: 'Title',
  summary: 'Summary',
  type: 'Type',
  pillars: 'Pillars',
  when: 'When it happened',
  dateText: 'Date as the source words it',
  region: 'Place',
  locality: 'Town or site',
  origin: 'Sent from',
  latitude: 'Latitude',
  longitude: 'Longitude',
  actors: 'Actors',
  measures: 'Measures',
  sources: 'Sources',
  confidence: 'Confidence',
  marking: 'Protective marking',
  tags: 'Tags',
  links: 'Linked events',
  externalIds: 'External identifiers',
  status: 'Status',
};

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

/** External identifiers that Pillarwatch gives itself (of the seed, of a form that was sent): kept, never typed. */
export const OWN_SCHEME = /^pillarwatch-/;

const rowText = <K extends string>(
  row: Record<K, string | number | null>,
  keys: readonly K[],
): Record<K, string> =>
  Object.fromEntries(keys.map((key) => [key, row[key] === null ? '' : String(row[key])])) as Record<
    K,
    string
  >;

const placeText = (code: string | null): string => {
  const place = code === null ? undefined : findPlace(code);
  return place ? placeWords(place) : (code ?? '');
};
const dayText = (day: Day | null): string => (day === null ? '' : formatDay(day));

/** A stored event as it would have been typed. */
export function draftFromEvent(event: EventInput | EventRecord): EventDraft {
  return {
    title: event.title,
    summary: event.summary,
    when: formatDateSpan(event),
    dateText: event.dateText ?? '',
    type: event.type,
    region: placeText(event.region),
    locality: event.locality ?? '',
    latitude: event.latitude === null ? '' : String(event.latitude),
    longitude: event.longitude === null ? '' : String(event.longitude),
    origin: placeText(event.origin),
    confidence: event.confidence,
    marking: event.marking,
    tags: event.tags.join(', '),
    links: event.links.join('\n'),
    status: event.status,
    pillars: [...event.pillars],
    actors: event.actors.map((row) => rowText(row, actorKeys)),
    measures: event.measures.map((row) => rowText(row, measureKeys)),
    sources: event.sources.map((row) => ({
      ...rowText(row, sourceKeys),
      publishedOn: dayText(row.publishedOn),
      accessedOn: dayText(row.accessedOn),
    })),
    externalIds: event.externalIds
      .filter(({ scheme }) => !OWN_SCHEME.test(scheme))
      .map((row) => rowText(row, externalIdKeys)),
  };
}

/** The draft with a row added to a group, or taken from it: what the buttons of the form do. */
export function withGroupChange(draft: EventDraft, group: Group, change: 'add' | number): EventDraft {
  const rows: Record<string, string>[] = draft[group];
  const changed = change === 'add' ? [...rows, blankRow(group)] : rows.filter((_, i) => i !== change);
  return { ...draft, [group]: changed };
}

const isBlank = (row: Record<string, string>): boolean =>
  Object.values(row).every((value) => value.trim() === '');
/** Rows in which something was typed or chosen. */
export const filled = <T extends Record<string, string>>(rows: T[]): T[] =>
  rows.filter((row) => !isBlank(row));

/** The draft without rows in which nothing was typed or chosen; one source stays, because an event needs one. */
export function withoutBlankRows(draft: EventDraft): EventDraft {
  const sources = filled(draft.sources);
  return {
    ...draft,
    actors: filled(draft.actors),
    measures: filled(draft.measures),
    sources: sources.length > 0 ? sources : emptyDraft().sources,
    externalIds: filled(draft.externalIds),
  };
}
