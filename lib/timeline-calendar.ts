/**
 * Steps of the calendar on day numbers (days since 1 January 1970), by integer arithmetic alone: the timeline asks for
 * bins tens of thousands of times a frame, where a Date each would be felt.
 */
const MONTHS_A_YEAR = 12;
/** 1970-01-05, the first Monday: weeks begin on Monday (ISO 8601). */
const MONDAY = 4;

/** Months since January of year 0, of a day number. H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days. */
export function monthOfDay(day: number): number {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Years begin in March here, so that a leap day comes last: month 10 is January of the next year.
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400) * MONTHS_A_YEAR + fromMarch + 2;
}

/** The day number on which a month begins; the inverse of monthOfDay. Hinnant, days_from_civil. */
export function firstDayOfMonth(month: number): number {
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / MONTHS_A_YEAR);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (fromMarch - year * MONTHS_A_YEAR) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** A regular division of the calendar: bins of so many days or months, aligned whatever is in view. */
export interface Step {
  readonly unit: 'day' | 'month';
  readonly size: number;
  /** Days in its shortest bin. */
  readonly days: number;
  /** The number of the bin that holds a day. */
  bin(day: number): number;
  /** The first day of a bin. */
  start(bin: number): number;
}

function dayStep(size: number): Step {
  const offset = size % 7 === 0 ? MONDAY : 0;
  return {
    unit: 'day',
    size,
    days: size,
    bin: (day) => Math.floor((day - offset) / size),
    start: (bin) => bin * size + offset,
  };
}

function monthStep(size: number, days: number): Step {
  return {
    unit: 'month',
    size,
    days,
    bin: (day) => Math.floor(monthOfDay(day) / size),
    start: (bin) => firstDayOfMonth(bin * size),
  };
}

/** From a day to a millennium, each at most two and a half times the one before. */
export const steps: readonly Step[] = [
  ...[1, 2, 3, 7, 14].map(dayStep),
  monthStep(1, 28),
  monthStep(2, 59),
  monthStep(3, 90),
  monthStep(6, 181),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => monthStep(years * MONTHS_A_YEAR, years * 365)),
];

/** The finest of some steps whose every bin is at least `pixels` wide; the coarsest where none is. */
export function stepFor(pixelsPerDay: number, pixels: number, among: readonly Step[] = steps): Step {
  return among.find((step) => step.days * pixelsPerDay >= pixels) ?? among.at(-1)!;
}
