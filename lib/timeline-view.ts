import { bulkYears, type YearCount } from './bulk-years';
import { dayFromNumber, dayNumber, firstOfMonth, isDay, lastOfMonth, type Day } from './days';
import type { Span, View } from './timeline';

/** No view is shorter: events are dated to the day. */
const SHORTEST_VIEW = 1;

export const spanOf = ({ from, to }: View): Span => ({ from: dayNumber(from), to: dayNumber(to) + 1 });

/** The whole days of a span; at least one. */
export function viewOf({ from, to }: Span): View {
  const first = Math.round(from);
  return { from: dayFromNumber(first), to: dayFromNumber(Math.max(first, Math.round(to) - 1)) };
}

export const sameView = (a: View, b: View): boolean => a.from === b.from && a.to === b.to;

/** The view as it stands in the URL: 2020-01-01..2020-10-31. */
export const viewToText = ({ from, to }: View): string => `${from}..${to}`;

/** Reads a view from the URL; null where it is none, so that a mangled link shows the default. */
export function parseView(text: string | null | undefined): View | null {
  const [from = '', to = '', rest] = (text ?? '').split('..');
  return rest === undefined && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/** Whole months round the days, whole years where they run over three: the view of everything. */
function roundedView({ from, to }: View): View {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (years < 3) return { from: firstOfMonth(from), to: lastOfMonth(to) };
  return { from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` };
}

/**
 * Where the bulk is: the years of bulkYears, less the months before the first and after the last event. So a few events
 * from decades ago do not squeeze the year that the record is about.
 */
export function bulkView(years: readonly YearCount[], extent: View): View {
  const bulk = bulkYears(years);
  if (!bulk) return roundedView(extent);
  const from = firstOfMonth(`${bulk.from}-01-01` > extent.from ? `${bulk.from}-01-01` : extent.from);
  const to = lastOfMonth(`${bulk.to}-12-31` < extent.to ? `${bulk.to}-12-31` : extent.to);
  return { from, to };
}

/** The view of a page without one in its URL: the filtered dates, else where the bulk of the events is. */
export function defaultView(
  years: readonly YearCount[],
  extent: View,
  filter: { from: Day | null; to: Day | null },
): View {
  if (filter.from === null && filter.to === null) return bulkView(years, extent);
  const from = filter.from ?? (filter.to! < extent.from ? filter.to! : extent.from);
  const to = filter.to ?? (from > extent.to ? from : extent.to);
  return { from, to };
}

/** The span moved, and shortened where it must be, so that it shows nothing beyond the bounds. */
export function within({ from, to }: Span, bounds: Span): Span {
  const whole = bounds.to - bounds.from;
  const length = Math.min(Math.max(to - from, Math.min(SHORTEST_VIEW, whole)), whole);
  // A view at the shortest length grows round its middle.
  const start = from + (to - from - length) / 2;
  const first = Math.min(Math.max(start, bounds.from), bounds.to - length);
  return { from: first, to: first + length };
}

/** The span made `factor` times as long, with `at` staying where it is on the screen. */
export function zoomed({ from, to }: Span, factor: number, at: number, bounds: Span): Span {
  const length = Math.min(Math.max((to - from) * factor, SHORTEST_VIEW), bounds.to - bounds.from);
  const share = (at - from) / (to - from);
  return within({ from: at - share * length, to: at + (1 - share) * length }, bounds);
}

/** The span moved by so many of its own lengths. */
export function shifted({ from, to }: Span, lengths: number, bounds: Span): Span {
  const by = (to - from) * lengths;
  return within({ from: from + by, to: to + by }, bounds);
}

/** What can be reached at all: the whole record, and the view that the page came with. */
export function boundsOf(extent: View, view: View): Span {
  const whole = spanOf(roundedView(extent));
  const shown = spanOf(view);
  return { from: Math.min(whole.from, shown.from), to: Math.max(whole.to, shown.to) };
}
