import { parseDateWords } from './date-words';
import { today, type Day } from './days';
import { findPlace, placeByName } from './places';
import {
  confidences,
  datings,
  eventTypes,
  pillars,
  type Confidence,
  type Dating,
  type EventType,
  type Pillar,
} from './vocabulary';

/**
 * The reader's question, as it stands in the URL. Values of one filter are alternatives, filters are combined; lists are
 * sorted and without repeats, so that one question has one URL, one ETag and one cache key.
 */
export interface Filters {
  /** Free text in Postgres websearch syntax. */
  q: string | null;
  /** An event matches where its span touches from..to, both included. */
  from: Day | null;
  to: Day | null;
  pillar: Pillar[];
  type: EventType[];
  /** Place codes; a place stands for all that lies in it. */
  region: string[];
  confidence: Confidence[];
  dated: Dating[];
  actor: string[];
  /** Codes of places from which something crossed a border. */
  origin: string[];
  /** Keys of the source articles. */
  article: string[];
  /** Keys of the source sets: the corpus, a reference set, events added here. */
  set: string[];
  /** The record as it was known at the end of this day in London; as it is now where null. Chooses the record, not events. */
  asOf: Day | null;
}

/** What a page may take beside the filters. */
export type PagePart = 'over' | 'view' | 'per' | 'of' | 'month' | 'amount';

/** A value that could not be used: which filter or part of the page, what was typed, and why, in a sentence. */
export interface FilterProblem {
  key: keyof Filters | PagePart;
  value: string;
  message: string;
}

export const noFilters: Filters = {
  q: null,
  from: null,
  to: null,
  pillar: [],
  type: [],
  region: [],
  confidence: [],
  dated: [],
  actor: [],
  origin: [],
  article: [],
  set: [],
  asOf: null,
};

/** The order of the filters in URLs, forms and chips. */
export const filterKeys = Object.keys(noFilters) as (keyof Filters)[];

const MAX_TEXT = 200;
const MAX_VALUES = 50;

type Read<T> = (value: string) => T | { message: string };
const isProblem = (found: unknown): found is { message: string } =>
  typeof found === 'object' && found !== null;

const ofList =
  <T extends string>(codes: readonly T[], what: string): Read<T> =>
  (value) =>
    codes.find((code) => code === value.toLowerCase()) ?? { message: `“${value}” is not a ${what}` };

const readPlace: Read<string> = (value) =>
  (findPlace(value) ?? placeByName(value))?.code ?? { message: `We don’t know a place called “${value}”` };

const plain =
  (what: string): Read<string> =>
  (value) =>
    value.length <= MAX_TEXT ? value : { message: `${what} must be ${MAX_TEXT} characters or fewer` };

const readBound =
  (end: 'startsOn' | 'endsOn'): Read<Day> =>
  (value) =>
    parseDateWords(value)?.[end] ?? {
      message: `“${value}” is not a date we can read. Try 23 March 2020, or March 2020`,
    };

const readKnowledge: Read<string> = (value) => {
  const span = parseDateWords(value);
  if (!span || span.startsOn !== span.endsOn)
    return { message: `“${value}” is not a day we can read. Try 20 November 2026` };
  return span.startsOn <= today()
    ? span.startsOn
    : { message: 'That day is still to come: what will be known then is not known now' };
};

const readers: { [K in keyof Filters]: Read<string> } = {
  q: plain('Words'),
  from: readBound('startsOn'),
  to: readBound('endsOn'),
  pillar: ofList(pillars, 'pillar'),
  type: ofList(eventTypes, 'type of event'),
  region: readPlace,
  confidence: ofList(confidences, 'level of confidence'),
  dated: ofList(datings, 'way of dating'),
  actor: plain('Actor'),
  origin: readPlace,
  article: plain('Article'),
  set: plain('Source set'),
  asOf: readKnowledge,
};

/** What a page gets from Next, or a URL's own parameters. */
export type Params = URLSearchParams | Record<string, string | string[] | undefined>;

function valuesOf(params: Params, key: string): string[] {
  const raw =
    params instanceof URLSearchParams
      ? params.getAll(key)
      : [(Object.hasOwn(params, key) && params[key]) || []].flat();
  // Postgres refuses NUL in text and a URL cannot hold half a surrogate pair; no person types either.
  return raw.map((value) => value.replaceAll(/[\0\p{Cs}]/gu, '').trim()).filter(Boolean);
}

/**
 * Reads the filters of a URL. Lenient: what can't be used is left out and named in `problems`, for pages to tell the
 * reader. Programs go through strictFilters. Never throws, whatever the query string (tested as a property).
 */
export function parseFilters(params: Params): { filters: Filters; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const read = (key: keyof Filters): string[] => {
    const found = valuesOf(params, key).flatMap((value) => {
      const result = readers[key](value);
      if (!isProblem(result)) return [result];
      problems.push({ key, value, message: result.message });
      return [];
    });
    const unique = [...new Set(found)].sort();
    if (unique.length > MAX_VALUES)
      problems.push({ key, value: '', message: `Only the first ${MAX_VALUES} values are used` });
    return unique.slice(0, MAX_VALUES);
  };
  const filters = { ...noFilters };
  for (const key of filterKeys) {
    const values = read(key);
    const value = Array.isArray(noFilters[key]) ? values : (values[0] ?? null);
    Object.assign(filters, { [key]: value });
  }
  if (filters.from && filters.to && filters.from > filters.to) {
    problems.push({
      key: 'to',
      value: filters.to,
      message: 'The last date is before the first: we swapped them',
    });
    [filters.from, filters.to] = [filters.to, filters.from];
  }
  return { filters, problems };
}

/** The filters as a query string without "?": the inverse of parseFilters, in canonical order. */
export function filtersToQuery(
  filters: Filters,
  more: Record<string, string | null | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const key of filterKeys) {
    for (const value of [filters[key] ?? []].flat()) query.append(key, value);
  }
  for (const [key, value] of Object.entries(more)) if (value) query.set(key, value);
  return query.toString();
}

/** A link to a page with these filters. */
export function hrefWith(
  path: string,
  filters: Filters,
  more: Record<string, string | null | undefined> = {},
): string {
  const query = filtersToQuery(filters, more);
  return query ? `${path}?${query}` : path;
}

/** The filters with some replaced. */
export function withFilters(filters: Filters, change: Partial<Filters>): Filters {
  return { ...filters, ...change };
}

/** The filters without one of their values. */
export function withoutValue(filters: Filters, key: keyof Filters, value: string): Filters {
  const now = filters[key];
  return { ...filters, [key]: Array.isArray(now) ? now.filter((one) => one !== value) : null };
}

/** True where some events may be left out; a past day of knowledge leaves none out, it asks another record. */
export function isFiltered(filters: Filters): boolean {
  return filterKeys.some((key) => key !== 'asOf' && [filters[key] ?? []].flat().length > 0);
}
