import { dayFromNumber, monthYear } from './days';
import { isFiltered, type Filters } from './filters';
import { countOf, formatCount } from './numbers';

/** From and to by month, as short as they can be said: "March to May 2020", "1995 to 2020". */
export function spanWords(span: { from: number; to: number }): string {
  const from = dayFromNumber(span.from);
  const to = dayFromNumber(span.to);
  if (from.slice(0, 7) === to.slice(0, 7)) return monthYear(from);
  if (from.slice(0, 4) === to.slice(0, 4)) return `${monthYear(from).split(' ')[0]} to ${monthYear(to)}`;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 2
    ? `${from.slice(0, 4)} to ${to.slice(0, 4)}`
    : `${monthYear(from)} to ${monthYear(to)}`;
}

/** The heading of a filtered view: how many events, of how many, and when. */
export function countHeading(
  counts: { total: number; all: number; span: { from: number; to: number } | null },
  filters: Filters,
): string {
  if (counts.all === 0) return 'No events yet';
  if (counts.total === 0) return `None of ${countOf(counts.all, 'event')}`;
  const when = counts.span ? `, ${spanWords(counts.span)}` : '';
  return isFiltered(filters)
    ? `${formatCount(counts.total)} of ${countOf(counts.all, 'event')}${when}`
    : `${countOf(counts.total, 'event')}${when}`;
}
