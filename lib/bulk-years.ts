import { dayFromNumber, dayNumber } from './days';

/** Events that start in a calendar year. */
export interface YearCount {
  year: number;
  count: number;
}

/** The share of events that the first view of an unfiltered record must hold. */
const BULK = 0.8;

const firstDay = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01`);

/** The calendar years from one day to another, both day numbers, each with the number of its first day. */
export function calendarYears(from: number, to: number): { year: number; start: number }[] {
  const [first, last] = [from, to].map((day) => Number(dayFromNumber(day).slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    start: firstDay(first + i),
  }));
}

/**
 * Where the bulk is: the shortest run of calendar years in which at least four in five events start, the latest of equal
 * runs; null where there are no events. `years` in order.
 */
export function bulkYears(years: readonly YearCount[]): { from: number; to: number } | null {
  const wanted = Math.ceil(years.reduce((sum, { count }) => sum + count, 0) * BULK);
  if (wanted === 0) return null;
  let best: { from: number; to: number } | null = null;
  let held = 0;
  let first = 0;
  for (const last of years) {
    held += last.count;
    while (held - years[first]!.count >= wanted) held -= years[first++]!.count;
    const run = { from: years[first]!.year, to: last.year };
    if (held >= wanted && (best === null || run.to - run.from <= best.to - best.from)) best = run;
  }
  return best;
}
