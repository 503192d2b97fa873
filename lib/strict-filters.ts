import { filterKeys, noFilters, parseFilters, type Filters } from './filters';

/** Why a parameter of a query cannot be used, with what was given. */
export interface QueryProblem {
  parameter: string;
  value: string;
  detail: string;
}

/**
 * The filters of a query for programs, which must not get an answer to another question: whatever parseFilters would mend
 * or leave out is a problem here, and so are names that are no filter's and single values given twice. `others` are the
 * names of the other parameters that the answer takes. Never throws.
 */
export function strictFilters(
  query: URLSearchParams,
  others: readonly string[] = [],
): { filters: Filters; problems: QueryProblem[] } {
  const names = new Set(query.keys());
  const known: readonly string[] = [...filterKeys, ...others];
  const unknown = [...names]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      parameter: name,
      value: query.get(name)!,
      detail: `There is no filter called “${name}”`,
    }));
  const isList = (name: string): boolean => Array.isArray(noFilters[name as keyof Filters]);
  const repeated = known
    .filter((name) => !isList(name) && query.getAll(name).length > 1)
    .map((name) => ({ parameter: name, value: query.getAll(name).join(', '), detail: 'Give it once only' }));
  const { filters, problems } = parseFilters(query);
  // What is said to people about mending does not hold here: nothing is mended.
  const unread = problems.map(({ key, value, message }) => ({
    parameter: key,
    value,
    detail: message.replace(/: we swapped them$/, ''),
  }));
  return { filters, problems: [...unknown, ...repeated, ...unread] };
}

/** The day of knowledge in a query that takes nothing else; `detail` says why another parameter cannot be used. */
export function strictKnowledge(
  query: URLSearchParams,
  detail: string,
): { asOf: Filters['asOf']; problems: QueryProblem[] } {
  const [own, others] = [true, false].map((is) => [...query].filter(([name]) => (name === 'asOf') === is));
  const { filters, problems } = strictFilters(new URLSearchParams(own));
  return {
    asOf: filters.asOf,
    problems: [...others!.map(([parameter, value]) => ({ parameter, value, detail })), ...problems],
  };
}
