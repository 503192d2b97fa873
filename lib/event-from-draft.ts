import { parseDateWords } from './date-words';
import { eventSchema, slugFrom, type EventInput } from './event';
import { fieldNames, filled, groupKeys, OWN_SCHEME, type EventDraft } from './event-draft';
import { readPlace } from './place-words';
import { pillars } from './vocabulary';

/** An error, and the control by which it is mended. */
export interface DraftError {
  field: string;
  message: string;
}

/** The control for a field of the schema, or of the database: dates are typed in one, a list leads to its first row. */
export function controlOf(field: string): string {
  if (['startsOn', 'endsOn', 'precision'].includes(field)) return 'when';
  if (field === 'sources') return 'sources.0.title';
  if (Object.hasOwn(groupKeys, field)) return `add-${field}`;
  return field.replace(/^(pillars|tags|links)\.\d+$/, '$1');
}

/** The schema speaks of days and slugs as programs write them. */
function wordsFor(field: string, message: string): string {
  if (/\.(published|accessed)On$/.test(field)) return 'Enter a real date, like 23 March 2020';
  return field === 'links' ? 'Enter the addresses of events, one a line' : message;
}

const list = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
/** Links are typed as slugs or pasted as addresses of an event's page or form. */
const slugOfLink = (link: string): string => link.replace(/^.*\/events\//, '').replace(/[?#/].*$/s, '');

/** A single day as people type it; other text stays as it is, for the schema to refuse. */
function dayOrText(text: string): string {
  const span = parseDateWords(text);
  return span?.precision === 'day' && span.startsOn === span.endsOn ? span.startsOn : text.trim();
}

/** Errors that only the form can have: its one date field, places by name. */
function readWords(draft: EventDraft) {
  const errors: DraftError[] = [];
  const span = parseDateWords(draft.when);
  const when = draft.when.trim();
  if (!when) errors.push({ field: 'when', message: 'Enter when it happened' });
  else if (!span)
    errors.push({
      field: 'when',
      message: `“${when}” is not a date we can read: try 23 March 2020, mid-March 2020 or by 27 April 2020`,
    });
  const place = (field: 'region' | 'origin'): string => {
    const found = readPlace(draft[field]);
    if ('place' in found) return found.place.code;
    errors.push({ field, message: found.message });
    return '';
  };
  return { errors, span, region: place('region'), origin: draft.origin.trim() ? place('origin') : '' };
}

const formOrder = Object.keys(fieldNames);

/** Errors in the order in which their controls stand in the form, so that the summary reads from top to bottom. */
function inFormOrder(errors: DraftError[]): DraftError[] {
  const rank = ({ field }: DraftError): number => formOrder.indexOf(field.split('.')[0]!);
  return errors.sort((a, b) => rank(a) - rank(b));
}

/**
 * Reads the draft as an event; blank rows are passed over. Errors name the control by which they are mended, and of
 * several on one control the first stands.
 */
export function eventFromDraft(
  draft: EventDraft,
  slug?: string,
): { event: EventInput } | { errors: DraftError[] } {
  const { errors, span, region, origin } = readWords(draft);
  const parsed = eventSchema.safeParse({
    ...draft,
    ...(span ?? { startsOn: '2000-01-01', endsOn: '2000-01-01', precision: 'day' }),
    slug: slug ?? slugFrom(draft.title, span?.startsOn ?? ''),
    pillars: draft.pillars.filter((code) => pillars.some((pillar) => pillar === code)),
    region,
    origin,
    actors: filled(draft.actors),
    measures: filled(draft.measures),
    sources: filled(draft.sources).map((row) => ({
      ...row,
      publishedOn: dayOrText(row.publishedOn),
      accessedOn: dayOrText(row.accessedOn),
    })),
    externalIds: filled(draft.externalIds),
    tags: list(draft.tags.toLowerCase(), /[,\n]/),
    links: list(draft.links, /[\s,]+/).map(slugOfLink),
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = controlOf(path.map(String).join('.'));
    if (field !== 'slug' && !errors.some((error) => error.field === field))
      errors.push({ field, message: wordsFor(field, message) });
  }
  for (const [row, { scheme }] of filled(draft.externalIds).entries()) {
    if (OWN_SCHEME.test(scheme.trim()))
      errors.push({
        field: `externalIds.${row}.scheme`,
        message: 'Identifiers of this data set are given by Pillarwatch itself',
      });
  }
  return parsed.success && errors.length === 0 ? { event: parsed.data } : { errors: inFormOrder(errors) };
}
