import type { PeriodData } from './chart-period';
import { countOf, formatCount } from './count-words';
import type { FacetCounts } from './event-index';
import { datings, pillarTerms } from './vocabulary';

/** The position of the one greatest value; null where there is none above nought, or a tie. */
export function soleMaximum(values: ArrayLike<number>): number | null {
  const list = Array.from(values);
  const most = Math.max(0, ...list);
  return most > 0 && list.indexOf(most) === list.lastIndexOf(most) ? list.indexOf(most) : null;
}

/**
 * What stands out, in a sentence or two: the pillar with most events, and how many are dated only by report, the caveat
 * that matters most in this record. The pillar's counts must be of the filtered events, not of the facet.
 */
export function overviewSentence(
  counts: Pick<FacetCounts, 'total'>,
  periods: { pillar: ArrayLike<number>; dated: ArrayLike<number> },
): string {
  if (counts.total === 0) return 'Take a filter away, or widen the dates, to see events.';
  const top = soleMaximum(periods.pillar);
  const reported = periods.dated[datings.indexOf('reported')] ?? 0;
  const half = top !== null && periods.pillar[top]! * 2 > counts.total;
  const pillar = top === null ? '' : pillarTerms[top]!.label;
  const first =
    top === null
      ? ''
      : half
        ? `Most bear on ${pillar}. `
        : `More bear on ${pillar} than on any other pillar. `;
  const second =
    reported === 0
      ? 'None is dated only by report.'
      : `${reported === counts.total ? 'All' : formatCount(reported)} ${reported === 1 ? 'is' : 'are'} known only by the day ${reported === 1 ? 'it was' : 'they were'} reported.`;
  return first + second;
}

/** The headline of the period chart: the fullest period where there is one. */
export function periodHeadline({ columns, total }: PeriodData): string {
  const top = soleMaximum(columns.map((column) => column.total));
  if (total === 0) return 'No events in these dates';
  if (top === null) return 'Events over time';
  const { title, total: most } = columns[top]!;
  if (total === 1) return `One event, ${title}`;
  return most * 2 > total
    ? `Most are known from ${title.replace(/^Week/, 'the week')}`
    : `Peak: ${countOf(most, 'event')}, ${title}`;
}
