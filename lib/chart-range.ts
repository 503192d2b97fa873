import { dayFromNumber, type Day } from './days';

interface Range {
  from: Day;
  to: Day;
}

/**
 * The dates that the chart by period draws: the view, less the calendar years before the first and after the last event.
 * Empty periods between events stay; nine centuries of them round a filter "from 1000" do not.
 */
export function chartRange({ from, to }: Range, span: { from: number; to: number } | null): Range {
  if (span === null) return { from, to };
  const first = `${dayFromNumber(span.from).slice(0, 4)}-01-01`;
  const last = `${dayFromNumber(span.to).slice(0, 4)}-12-31`;
  // A view beside all events stays as it is: it is the reader's, and holds nothing.
  if (last < from || first > to) return { from, to };
  return { from: from > first ? from : first, to: to < last ? to : last };
}
