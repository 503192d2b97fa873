import type { Indicator } from './indicator';

/** What a band rests on, for its reason: "the 7 months before". */
export function baselineWords({
  method,
  baseline,
  period,
}: Pick<Indicator, 'method' | 'baseline' | 'period'>): string {
  if (method === 'change') return 'the year before';
  return method === 'farrington' ? 'the three years before' : `the ${baseline} ${period}s before`;
}
