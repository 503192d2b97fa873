import { filterKeys, filtersToQuery, parseFilters } from './filters';

/**
 * What a query asks a page for, one text for all ways to write it: its filters as filtersToQuery writes them, then its
 * other parameters by name. What could not be used is kept, because the page names it. Never throws.
 */
export function canonicalQuery(params: URLSearchParams): string {
  const { filters, problems } = parseFilters(params);
  const isOther = (name: string): boolean => !filterKeys.some((key) => key === name);
  const rest = new URLSearchParams([
    ...[...params].filter(([name]) => isOther(name)),
    ...problems.map(({ key, value }) => [key, value]),
  ]);
  // Values of one name keep their order: pages take the first.
  rest.sort();
  return `${filtersToQuery(filters)}&${rest}`;
}
