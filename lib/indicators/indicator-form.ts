import { indicatorSchema, type Indicator } from './indicator';

/** The fields of the form of an indicator, as typed. */
export const indicatorFields = [
  'slug',
  'question',
  'why',
  'article',
  'paragraph',
  'pillar',
  'query',
  'measure',
  'counted',
  'unit',
  'series',
  'period',
  'method',
  'baseline',
  'raised',
  'high',
  'direction',
] as const;
export type IndicatorDraft = Record<(typeof indicatorFields)[number], string>;

/** What a new form begins with: the commonest choices. */
export const newIndicatorDraft: IndicatorDraft = {
  slug: '',
  question: '',
  why: '',
  article: '',
  paragraph: '',
  pillar: '',
  query: '',
  measure: 'events',
  counted: '',
  unit: '',
  series: '',
  period: 'month',
  method: 'ears-c2',
  baseline: '7',
  raised: '97.5',
  high: '99.9',
  direction: 'up',
};

/** Without the noise of binary fractions: 0.975 for 97.5 / 100. */
const plain = (value: number): number => Number(value.toPrecision(12));

/** An indicator as its form shows it: shares as per cents. */
export function indicatorDraft(stored: Indicator): IndicatorDraft {
  const shown = (threshold: number): string =>
    String(stored.method === 'change' ? threshold : plain(threshold * 100));
  return Object.fromEntries(
    indicatorFields.map((field) => [
      field,
      field === 'raised' || field === 'high' ? shown(stored[field]) : String(stored[field] ?? ''),
    ]),
  ) as IndicatorDraft;
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim()));

const isBaseline = (n: number): boolean => indicatorSchema.shape.baseline.safeParse(n).success;

export interface IndicatorProblem {
  field: string;
  message: string;
}

/**
 * Reads what was typed. What does not apply to the chosen measure or method is left out, since without scripts a form shows
 * every field; thresholds of counts are typed in per cent and kept as shares. Every problem has its field.
 */
export function readIndicatorDraft(
  draft: IndicatorDraft,
): { indicator: Indicator } | { problems: IndicatorProblem[] } {
  const ofEvents = draft.measure === 'sum' || draft.measure === 'last';
  const threshold = (text: string): number =>
    draft.method === 'change' ? numberOf(text) : plain(numberOf(text) / 100);
  const result = indicatorSchema.safeParse({
    ...draft,
    slug: draft.slug.trim(),
    paragraph: draft.paragraph.trim() === '' ? null : numberOf(draft.paragraph),
    query: draft.measure === 'series' ? '' : draft.query,
    counted: (ofEvents && draft.counted) || null,
    unit: ofEvents && draft.counted === 'quantity' ? draft.unit : null,
    series: draft.measure === 'series' ? draft.series : null,
    // Of the other methods it is kept where it makes sense, for the day that the method is changed back.
    baseline:
      draft.method === 'ears-c2' || isBaseline(numberOf(draft.baseline)) ? numberOf(draft.baseline) : 7,
    raised: threshold(draft.raised),
    high: threshold(draft.high),
  });
  if (result.success) return { indicator: result.data };
  return {
    problems: result.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
  };
}
