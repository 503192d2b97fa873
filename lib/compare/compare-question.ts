import { isFiltered, noFilters, withFilters, type Filters, type Params } from '@/lib/filters';
import {
  pairToQuery,
  parsePair,
  strictPair,
  type FilterPair,
  type PartProblem,
} from '@/lib/prefixed-filters';
import type { QueryProblem } from '@/lib/strict-filters';

/** Two sets of events that are compared, as they stand in the URL: a.region=GB&b.region=FR. */
export type CompareQuestion = FilterPair;

/** Reads the question of a URL. Lenient: what cannot be used is left out and named. Never throws. */
export function parseCompare(params: Params): { question: CompareQuestion; problems: PartProblem[] } {
  const { a, b, problems } = parsePair(params, { a: 'A', b: 'B' });
  return { question: { a, b }, problems };
}

/**
 * The question of a URL for programs: whatever parseCompare would leave out is a problem, and so are a side without a filter and a
 * parameter that is none of `others`.
 */
export function strictCompare(
  query: URLSearchParams,
  others: readonly string[] = [],
): {
  question: CompareQuestion;
  problems: QueryProblem[];
} {
  const { question, problems } = parseCompare(query);
  return { question, problems: strictPair(query, { ...question, problems }, others) };
}

/** A link to the comparison, with what else its address says. */
export function compareHref(
  question: CompareQuestion,
  more: Record<string, string | undefined> = {},
): string {
  const query = pairToQuery(question, more);
  return query ? `/compare?${query}` : '/compare';
}

/** The places and the day of knowledge that what lies over both follows: no place where either side names none. */
export function bothFilters({ a, b }: CompareQuestion): Filters {
  const region = a.region.length > 0 && b.region.length > 0 ? [...new Set([...a.region, ...b.region])] : [];
  return withFilters(noFilters, { region, asOf: b.asOf });
}

/** The other way round. */
export const swapped = ({ a, b }: CompareQuestion): CompareQuestion => ({ a: b, b: a });

/** True where it says what is compared with what. */
export const isCompared = ({ a, b }: CompareQuestion): boolean => isFiltered(a) && isFiltered(b);
