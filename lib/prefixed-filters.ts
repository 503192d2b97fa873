import {
  filterKeys,
  filtersToQuery,
  parseFilters,
  type Filters,
  type FilterProblem,
  type Params,
} from './filters';

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
