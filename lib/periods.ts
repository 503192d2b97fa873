import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  format,
  parseISO,
  startOfISOWeek,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from 'date-fns';
import { dayNumber, formatDay, shiftDay, type Day } from './days';

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** The most columns that a chart a hand wide can show apart. */
const MAX_BINS = 48;

/** One column of a chart over time. */
export interface Bin {
  from: Day;
  /** Last day, included. */
  to: Day;
  /** Short, for an axis: "Mar 2020". */
  label: string;
}

const steps: Record<Period, { floor(d: Date): Date; add(d: Date, n: number): Date }> = {
  day: { floor: (d) => d, add: addDays },
  // Weeks begin on Monday (ISO 8601).
  week: { floor: startOfISOWeek, add: addWeeks },
  month: { floor: startOfMonth, add: addMonths },
  quarter: { floor: startOfQuarter, add: addQuarters },
  year: { floor: startOfYear, add: addYears },
};

const iso = (d: Date): Day => format(d, 'yyyy-MM-dd');
const daysPer: Record<Period, number> = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25 };

/** The finest period that keeps from..to within a readable number of columns. */
export function periodFor(from: Day, to: Day): Period {
  const days = dayNumber(to) - dayNumber(from) + 1;
  // Ten weeks of days read well; above that weeks do, up to half a year, since most events here are sharper than a month.
  return periods.find((period) => days / daysPer[period] <= (period === 'week' ? 26 : MAX_BINS)) ?? 'year';
}

function binLabel(period: Period, from: Day): string {
  const date = parseISO(from);
  switch (period) {
    case 'day':
    case 'week':
      return format(date, 'd MMM yyyy');
    case 'month':
      return format(date, 'MMM yyyy');
    case 'quarter':
      return `Q${format(date, 'Q yyyy')}`;
    case 'year':
      return format(date, 'yyyy');
  }
}

/** Every period from the one that holds `from` to the one that holds `to`, empty ones included. */
export function binsBetween(from: Day, to: Day, period: Period): Bin[] {
  const { floor, add } = steps[period];
  const first = floor(parseISO(from));
  const bins: Bin[] = [];
  for (let n = 0; n < 10_000; n++) {
    const start = iso(add(first, n));
    if (start > to) break;
    bins.push({ from: start, to: shiftDay(iso(add(first, n + 1)), -1), label: binLabel(period, start) });
  }
  return bins;
}

/** The bin in full words: "Week of 23 March 2020", "March 2020". */
export function binTitle(bin: Bin, period: Period): string {
  if (period === 'day') return formatDay(bin.from);
  if (period === 'week') return `Week of ${formatDay(bin.from)}`;
  if (period === 'month') return format(parseISO(bin.from), 'MMMM yyyy');
  return bin.label;
}
