import { isFiltered, type Params } from '@/lib/filters';
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

/** The question of a URL for programs: whatever parseCompare would leave out is a problem, and so is a side without a filter. */
export function strictCompare(query: URLSearchParams): {
  question: CompareQuestion;
  problems: QueryProblem[];
} {
  const { question, problems } = parseCompare(query);
  return { question, problems: strictPair(query, { ...question, problems }) };
}

/** A link to the comparison. */
export function compareHref(question: CompareQuestion): string {
  const query = pairToQuery(question);
  return query ? `/compare?${query}` : '/compare';
}

/** The other way round. */
export const swapped = ({ a, b }: CompareQuestion): CompareQuestion => ({ a: b, b: a });

/** True where it says what is compared with what. */
export const isCompared = ({ a, b }: CompareQuestion): boolean => isFiltered(a) && isFiltered(b);
