import { isFiltered, type Filters, type Params } from '@/lib/filters';
import { pairToQuery, parsePair, strictPair, type PartProblem } from '@/lib/prefixed-filters';
import type { QueryProblem } from '@/lib/strict-filters';
import type { Term } from '@/lib/vocabulary';

/** Which day of an anchor is day 0. */
export const dayZeroTerms = [
  { code: 'start', label: 'Its first day', definition: 'A lockdown imposed, an attack.' },
  { code: 'end', label: 'The day after its last', definition: 'A lockdown ended.' },
] as const satisfies readonly Term[];

/** What becomes of anchors whose day is not known. */
export const uncertainTerms = [
  { code: 'out', label: 'Leave them out', definition: 'Only anchors dated to the day.' },
  {
    code: 'middle',
    label: 'Use the middle of their dates',
    definition: 'Wrong by two weeks at most for a month, by half a year for a year.',
  },
] as const satisfies readonly Term[];

/** Where the outcome is looked for. */
export const whereTerms = [
  { code: 'any', label: 'Wherever its filter says', definition: 'One outcome for all anchors.' },
  {
    code: 'own',
    label: 'Only in the place of each anchor',
    definition: 'What happens in France counts for anchors in France alone.',
  },
] as const satisfies readonly Term[];

/**
 * An event study as it stands in the URL: a.type=lockdown&b.type=attack&weeks=12. Both filters are asked of one record: as it is
 * now, or as it was known on one day, which stands in both (asOf=2026-11-20, without a prefix).
 */
export interface StudyQuestion {
  /** What is day 0, and what is counted round it. */
  anchors: Filters;
  outcome: Filters;
  /** Weeks before and after, 1 to 52. */
  weeks: number;
  /** Weeks left out on each side of day 0. */
  gap: number;
  at: (typeof dayZeroTerms)[number]['code'];
  uncertain: (typeof uncertainTerms)[number]['code'];
  where: (typeof whereTerms)[number]['code'];
}

export const MOST_WEEKS = 52;
export const MOST_GAP = 12;
const DEFAULT = { weeks: 12, gap: 0, at: 'start', uncertain: 'out', where: 'any' } as const;
/** The parameters beside the two filters. */
export const studyKeys = Object.keys(DEFAULT) as (keyof typeof DEFAULT)[];
const labels = { a: 'Day 0', b: 'Counted', weeks: 'Weeks', gap: 'Weeks left out', at: 'Day 0 is', uncertain: 'Anchors without a day', where: 'Counted where' }; // prettier-ignore

const given = (params: Params, key: string): string =>
  (params instanceof URLSearchParams ? (params.get(key) ?? '') : ([params[key]].flat()[0] ?? '')).trim();

/** Reads a URL part by part, and keeps what cannot be used. */
class Reading {
  readonly problems: PartProblem[] = [];

  constructor(readonly params: Params) {}

  #complain(parameter: keyof typeof labels, message: string): void {
    const value = given(this.params, parameter);
    this.problems.push({ parameter, label: labels[parameter], value, message });
  }

  number(key: 'weeks' | 'gap', least: number, most: number): number {
    const text = given(this.params, key);
    if (text === '') return DEFAULT[key];
    const value = Number(text);
    if (/^\d{1,3}$/.test(text) && value >= least && value <= most) return value;
    this.#complain(key, `“${text}” is not a whole number from ${least} to ${most}`);
    return DEFAULT[key];
  }

  choice<Code extends string>(key: 'at' | 'uncertain' | 'where', terms: readonly Term<Code>[]): Code {
    const text = given(this.params, key);
    const found = terms.find(({ code }) => code === text);
    if (!found && text !== '')
      this.#complain(key, `“${text}” is not one of ${terms.map(({ code }) => code).join(', ')}`);
    return (found ?? terms[0]!).code;
  }
}

/** Reads the question of a URL. Lenient: what cannot be used is left out and named. Never throws. */
export function parseStudy(params: Params): { question: StudyQuestion; problems: PartProblem[] } {
  const reading = new Reading(params);
  const { a, b, problems } = parsePair(params, labels);
  const question = {
    anchors: a,
    outcome: b,
    weeks: reading.number('weeks', 1, MOST_WEEKS),
    gap: reading.number('gap', 0, MOST_GAP),
    at: reading.choice('at', dayZeroTerms),
    uncertain: reading.choice('uncertain', uncertainTerms),
    where: reading.choice('where', whereTerms),
  };
  return { question, problems: [...problems, ...reading.problems] };
}

/**
 * The question of a URL for programs, which must not get an answer to another one: whatever parseStudy would leave out or
 * mend is a problem, and so are names that it does not know and questions without one of the two filters.
 */
export function strictStudy(query: URLSearchParams): { question: StudyQuestion; problems: QueryProblem[] } {
  const { question, problems } = parseStudy(query);
  const { anchors: a, outcome: b } = question;
  return { question, problems: strictPair(query, { a, b, problems }, studyKeys) };
}

/** The question as a query string without "?": the inverse of parseStudy; what is as usual is left out. */
export function studyToQuery({ anchors, outcome, ...rest }: StudyQuestion): string {
  const more = Object.fromEntries(
    studyKeys.map((key) => [key, rest[key] === DEFAULT[key] ? null : String(rest[key])]),
  );
  return pairToQuery({ a: anchors, b: outcome }, more);
}

/** A link to the study, or to one of its files. */
export function studyHref(question: StudyQuestion, path = '/before-after'): string {
  const query = studyToQuery(question);
  return query ? `${path}?${query}` : path;
}

/** True where it says what day 0 is and what is counted. */
export const isAsked = ({ anchors, outcome }: StudyQuestion): boolean =>
  isFiltered(anchors) && isFiltered(outcome);

/** The same question of the record as known on another day, or as it is now. */
export const withAsOf = (question: StudyQuestion, asOf: Filters['asOf']): StudyQuestion => ({
  ...question,
  anchors: { ...question.anchors, asOf },
  outcome: { ...question.outcome, asOf },
});
