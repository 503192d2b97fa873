import { addDays, differenceInCalendarDays, endOfMonth, format, isValid, parseISO } from 'date-fns';

/**
 * Civil days as 'YYYY-MM-DD' strings, end to end: a day has no time zone, so it never becomes an instant outside this
 * file. Inside it, date-fns works on local midnights of both ends, which cancels the zone out.
 */
export type Day = string;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real calendar day from year 1000 to 9999, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return ISO_DAY.test(text) && text >= '1000' && isValid(parseISO(text));
}

/** Days since 1 January 1970; the number the event index sorts by. */
export function dayNumber(day: Day): number {
  return differenceInCalendarDays(parseISO(day), new Date(1970, 0, 1));
}

/** The inverse of dayNumber. */
export function dayFromNumber(number: number): Day {
  return format(addDays(new Date(1970, 0, 1), number), 'yyyy-MM-dd');
}

/** The day n days later (earlier where n is negative). */
export function shiftDay(day: Day, n: number): Day {
  return format(addDays(parseISO(day), n), 'yyyy-MM-dd');
}

export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

export function lastOfMonth(day: Day): Day {
  return format(endOfMonth(parseISO(day)), 'yyyy-MM-dd');
}

/** The day in the reader's words: 23 March 2020. */
export function formatDay(day: Day): string {
  return format(parseISO(day), 'd MMMM yyyy');
}

/** Today as a civil day in London, whatever zone the server runs in: the product's readers are there. */
export function today(now = new Date()): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now);
}

/** The month of a day in words: March 2020. */
export function monthYear(day: Day): string {
  return format(parseISO(day), 'MMMM yyyy');
}
