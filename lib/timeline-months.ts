import { dayFromNumber, dayNumber, firstOfMonth, lastOfMonth } from './days';
import type { TimelineColumns } from './timeline-columns';
import { countBelow } from './timeline-search';
import { viewWords } from './timeline-words';
import type { View } from './timeline';

/** With more months than these the list goes by year. */
const MAX_MONTHS = 24;

/** The events that begin in one month or year, in order of their first day; for screens too narrow for lanes. */
export interface MonthGroup {
  title: string;
  view: View;
  /** Positions in the columns. */
  events: number[];
}

/** Groups of the events that begin in the view; months or years without events are left out. */
export function monthsOf(columns: TimelineColumns, view: View): MonthGroup[] {
  const first = countBelow(columns.start, dayNumber(view.from));
  const end = countBelow(columns.start, dayNumber(view.to) + 1);
  const days = columns.start.slice(first, end).map(dayFromNumber);
  const byMonth = new Set(days.map((day) => day.slice(0, 7))).size <= MAX_MONTHS;
  const groups = new Map<string, MonthGroup>();
  days.forEach((day, i) => {
    const bounds = byMonth
      ? { from: firstOfMonth(day), to: lastOfMonth(day) }
      : { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
    const group = groups.get(bounds.from) ?? { title: viewWords(bounds), view: bounds, events: [] };
    group.events.push(first + i);
    groups.set(bounds.from, group);
  });
  return [...groups.values()];
}
