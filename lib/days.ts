/**
 * Civil days as 'YYYY-MM-DD' strings, end to end: a day has no time zone, so it never becomes an instant outside this
 * file. Inside it, days are counted in UTC, which has no changes of the clocks and no day that a country left out.
 */
export type Day = string;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;

/** Days since 1 January 1970; the number the event index sorts by. */
export function dayNumber(day: Day): number {
  // A date alone is read as UTC (ECMA-262, date time string format).
  return Date.parse(day) / MS_A_DAY;
}

/** The inverse of dayNumber. */
export function dayFromNumber(number: number): Day {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/** True for a real calendar day from year 1000 to 9999, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!ISO_DAY.test(text) || text < '1000') return false;
  const number = dayNumber(text);
  // Some engines read 30 February as 1 March.
  return !Number.isNaN(number) && dayFromNumber(number) === text;
}

/** The day n days later (earlier where n is negative). */
export function shiftDay(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** The first day of the month n months later. */
export function shiftMonth(day: Day, n: number): Day {
  return dayFromNumber(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + n) / MS_A_DAY);
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: Day): Day {
  return shiftDay(shiftMonth(day, 1), -1);
}

/** By hand: Intl takes a tenth of a second of a phone to name the days of one timeline. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The day in the reader's words: 23 March 2020. */
export function formatDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthYear(day)}`;
}

/** Made once, as it takes longer than all else that names the state of a page; and at the first call, not in every browser. */
let london: Intl.DateTimeFormat | undefined;

/** Today as a civil day in London, whatever zone the server runs in: the product's readers are there. */
export function today(now = new Date()): Day {
  london ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
  return london.format(now);
}

/** The month of a day in words: March 2020. */
export function monthYear(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
