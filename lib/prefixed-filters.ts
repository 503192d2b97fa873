import { filterLabels, problemLabels } from './filter-words';
import {
  filterKeys,
  filtersToQuery,
  isFiltered,
  parseFilters,
  type Filters,
  type FilterProblem,
  type Params,
} from './filters';
import type { QueryProblem } from './strict-filters';

/** The parameters that begin with "prefix." under their names without it; none of the others. */
function without(params: Params, prefix: string): URLSearchParams {
  const found = new URLSearchParams();
  for (const key of filterKeys) {
    const name = `${prefix}.${key}`;
    const values =
      params instanceof URLSearchParams
        ? params.getAll(name)
        : [(Object.hasOwn(params, name) && params[name]) || []].flat();
    for (const value of values) found.append(key, value);
  }
  return found;
}

/**
 * One of several sets of filters in a URL, for pages that ask more than one question at once: with the prefix "a" those
 * of a.type=lockdown&a.region=GB. Lenient like parseFilters, whose problems it gives. Never throws.
 */
export function parsePrefixed(
  params: Params,
  prefix: string,
): { filters: Filters; problems: FilterProblem[] } {
  return parseFilters(without(params, prefix));
}

/** Several sets of filters, by prefix, as a query string without "?": the inverse of parsePrefixed for each. */
export function prefixedToQuery(
  sets: Record<string, Filters>,
  more: Record<string, string | null | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const [prefix, filters] of Object.entries(sets))
    for (const [key, value] of new URLSearchParams(filtersToQuery(filters)))
      query.append(`${prefix}.${key}`, value);
  for (const [key, value] of Object.entries(more)) if (value) query.set(key, value);
  return query.toString();
}

/** Why a parameter of a question of several parts cannot be used. */
export interface PartProblem {
  parameter: string;
  /** For people: "Day 0: place". */
  label: string;
  value: string;
  message: string;
}

/** Two sets of filters that are asked of one record, so that the day of knowledge stands in both. */
export interface FilterPair {
  a: Filters;
  b: Filters;
}

/** Reads a.type=attack&b.type=plot&asOf=2026-11-20; `labels` say what the sets are. Lenient, never throws. */
export function parsePair(
  params: Params,
  labels: { a: string; b: string },
): FilterPair & { problems: PartProblem[] } {
  const asOf = params instanceof URLSearchParams ? params.getAll('asOf') : params.asOf;
  const known = parseFilters({ asOf });
  const read = (set: 'a' | 'b') => {
    const { filters, problems } = parsePrefixed(params, set);
    return {
      filters: { ...filters, asOf: known.filters.asOf },
      problems: problems.map(({ key, value, message }) => ({
        parameter: `${set}.${key}`,
        label: `${labels[set]}: ${problemLabels[key].toLowerCase()}`,
        value,
        message,
      })),
    };
  };
  const [a, b] = [read('a'), read('b')];
  const ofDay = known.problems.map(({ value, message }) => ({
    parameter: 'asOf',
    label: filterLabels.asOf,
    value,
    message,
  }));
  return { a: a.filters, b: b.filters, problems: [...ofDay, ...a.problems, ...b.problems] };
}

/** What programs must not ask of a pair: names that are none of its filters nor of `others`, and a set without a filter. */
export function strictPair(
  query: URLSearchParams,
  pair: FilterPair & { problems: readonly PartProblem[] },
  others: readonly string[] = [],
): QueryProblem[] {
  const own = filterKeys.filter((key) => key !== 'asOf');
  const known = new Set([
    ...others,
    'asOf',
    ...['a', 'b'].flatMap((set) => own.map((key) => `${set}.${key}`)),
  ]);
  const unknown = [...new Set(query.keys())].filter((name) => !known.has(name));
  const missing = (['a', 'b'] as const).filter((set) => !isFiltered(pair[set]));
  return [
    ...unknown.map((name) => ({
      parameter: name,
      value: query.get(name)!,
      detail: `There is no parameter called “${name}”`,
    })),
    ...pair.problems.map(({ parameter, value, message }) => ({ parameter, value, detail: message })),
    ...missing.map((set) => ({
      parameter: `${set}.type`,
      value: '',
      detail: 'Give at least one filter for each of a and b',
    })),
  ];
}

/** A pair as a query string without "?": the inverse of parsePair. */
export function pairToQuery(
  { a, b }: FilterPair,
  more: Record<string, string | null | undefined> = {},
): string {
  const sets = { a: { ...a, asOf: null }, b: { ...b, asOf: null } };
  return prefixedToQuery(sets, { ...more, asOf: b.asOf });
}
