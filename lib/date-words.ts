import { isDay, formatDay, firstOfMonth, lastOfMonth, type Day } from './days';
import type { Precision } from './vocabulary';

/** When something happened, as far as it is known: bounds, both included, and how sharp they are. */
export interface DateSpan {
  startsOn: Day;
  endsOn: Day;
  precision: Precision;
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const ORDINALS = ['First', 'Second', 'Third', 'Fourth'];
/** Codebook: early is days 1 to 10, mid 11 to 20, late 21 to the end. */
const PARTS: Record<string, [number, number | null]> = { early: [1, 10], mid: [11, 20], late: [21, null] };

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const day = (y: number, m: number, d: number): Day => `${pad(y, 4)}-${pad(m)}-${pad(d)}`;

function monthNumber(word: string): number | null {
  if (!/^[a-z]{3,}\.?$/i.test(word)) return null;
  const start = word
    .toLowerCase()
    .replace('.', '')
    .replace(/^sept$/, 'sep');
  const at = MONTHS.findIndex((month) => month.toLowerCase().startsWith(start));
  return at === -1 ? null : at + 1;
}

type Reader = (text: string) => DateSpan | null;

/** Year, month and day of each way of writing one. Day before month, as in the UK: 3/4/2020 is never read as 4 March. */
const dayForms: [RegExp, (m: string[]) => [string, number | null, string]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (m) => [m[1]!, Number(m[2]), m[3]!]],
  [/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, (m) => [m[3]!, Number(m[2]), m[1]!]],
  [/^(\d{1,2})(?:st|nd|rd|th)? ([a-z.]+),? (\d{4})$/i, (m) => [m[3]!, monthNumber(m[2]!), m[1]!]],
  [/^([a-z.]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, (m) => [m[3]!, monthNumber(m[1]!), m[2]!]],
];

const readDay: Reader = (text) => {
  for (const [form, parts] of dayForms) {
    const match = form.exec(text);
    const [y, m, d] = match ? parts(match) : [null, null, null];
    const found = y && m && d ? day(Number(y), m, Number(d)) : '';
    if (isDay(found)) return { startsOn: found, endsOn: found, precision: 'day' };
  }
  return null;
};

const readMonth: Reader = (text) => {
  const match = /^(?:(early|mid|late|end of|beginning of)[ -])?([a-z.]+),? (\d{4})$/i.exec(text);
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  const month = match ? monthNumber(match[2]!) : iso ? Number(iso[2]) : null;
  if (!month || month > 12) return null;
  const first = day(Number(match?.[3] ?? iso?.[1]), month, 1);
  if (!isDay(first)) return null;
  const word = match?.[1]?.toLowerCase().replace('end of', 'late').replace('beginning of', 'early');
  if (!word) return { startsOn: first, endsOn: lastOfMonth(first), precision: 'month' };
  const [from, to] = PARTS[word]!;
  return {
    startsOn: `${first.slice(0, 8)}${pad(from)}`,
    endsOn: to === null ? lastOfMonth(first) : `${first.slice(0, 8)}${pad(to)}`,
    precision: 'part_of_month',
  };
};

const readQuarter: Reader = (text) => {
  const match = /^(?:Q([1-4])|(first|second|third|fourth) quarter of) (\d{4})$/i.exec(text);
  if (!match) return null;
  const word = match[2]?.toLowerCase();
  const quarter = match[1]
    ? Number(match[1])
    : ORDINALS.findIndex((ordinal) => ordinal.toLowerCase() === word) + 1;
  const year = Number(match[3]);
  const span = { startsOn: day(year, quarter * 3 - 2, 1), endsOn: lastOfMonth(day(year, quarter * 3, 1)) };
  return isDay(span.startsOn) ? { ...span, precision: 'quarter' } : null;
};

const readYear: Reader = (text) =>
  /^[1-9]\d{3}$/.test(text)
    ? { startsOn: `${text}-01-01`, endsOn: `${text}-12-31`, precision: 'year' }
    : null;

const readers = [readDay, readMonth, readQuarter, readYear];
const readOne: Reader = (text) => readers.reduce<DateSpan | null>((found, read) => found ?? read(text), null);

const readReported: Reader = (text) => {
  const match = /^(?:reported )?(?:by|as of) (.+)$/i.exec(text);
  const found = match && readDay(match[1]!);
  return found && { ...found, precision: 'reported' };
};

/** "23 to 26 March 2020" leaves out what the second half says. */
function completed(start: string, end: string): string {
  if (/^\d{1,2}$/.test(start)) return start + end.replace(/^\d{1,2}(st|nd|rd|th)?/, '');
  return /\d{4}/.test(start) ? start : `${start} ${/\d{4}$/.exec(end)?.[0] ?? ''}`;
}

const readRange: Reader = (text) => {
  const match = /^(?:(between|from) )?(.+?) (?:to|and|until|–|-) (.+)$/i.exec(text);
  if (!match) return null;
  const end = readOne(match[3]!);
  const start = readOne(completed(match[2]!, match[3]!));
  if (!start || !end || start.precision !== end.precision) return null;
  // "Between" two days means some time in them; "from … to" means all through them.
  const precision =
    match[1]?.toLowerCase() === 'between' && start.precision === 'day' ? 'part_of_month' : start.precision;
  return { startsOn: start.startsOn, endsOn: end.endsOn, precision };
};

/** Characters of the longest text that is read as a date. */
const LONGEST = 200;

/**
 * Reads a date as people write it: "23 March 2020", "23 to 26 March 2020", "mid-March 2020", "March 2020", "January to
 * February 2020", "first quarter of 2020", "2020", "between 1 and 15 February 2020", "by 27 April 2020" (known only by
 * report). Returns null where the text is no date of these kinds or ends before it starts.
 */
export function parseDateWords(text: string): DateSpan | null {
  // No date takes so many words, and what follows looks at each of them more than once.
  if (text.length > LONGEST) return null;
  const tidy = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^mid ?- ?/i, 'mid-');
  const span = readReported(tidy) ?? readOne(tidy) ?? readRange(tidy);
  return span && span.startsOn <= span.endsOn && spanProblem(span) === null ? span : null;
}

const YEAR_START = '-01-01';
const YEAR_END = '-12-31';
const isMonthSpan = (s: DateSpan): boolean =>
  s.startsOn === firstOfMonth(s.startsOn) && s.endsOn === lastOfMonth(s.endsOn);
const isQuarterSpan = (s: DateSpan): boolean =>
  isMonthSpan(s) && (Number(s.startsOn.slice(5, 7)) - 1) % 3 === 0 && Number(s.endsOn.slice(5, 7)) % 3 === 0;

/** Why the bounds do not suit the precision (codebook, "starts_on, ends_on"), in words for people; null where they do. */
export function spanProblem(span: DateSpan): string | null {
  const { startsOn, endsOn, precision } = span;
  if (startsOn > endsOn) return 'The last day must be the same as or after the first day';
  if (precision === 'reported' && startsOn !== endsOn)
    return 'A date known only by report must be a single day';
  if (precision === 'part_of_month' && lastOfMonth(startsOn) < endsOn && !withinDays(startsOn, endsOn, 31))
    return 'Part of a month must not be longer than 31 days';
  if (precision === 'month' && !isMonthSpan(span)) return 'A month must run from its first to its last day';
  if (precision === 'quarter' && !isQuarterSpan(span))
    return 'A quarter must run from its first to its last day';
  if (precision === 'year' && !(startsOn.endsWith(YEAR_START) && endsOn.endsWith(YEAR_END)))
    return 'A year must run from 1 January to 31 December';
  return null;
}

function withinDays(start: Day, end: Day, days: number): boolean {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 < days;
}

const monthName = (d: Day): string => MONTHS[Number(d.slice(5, 7)) - 1]!;
const year = (d: Day): string => d.slice(0, 4);
const quarterName = (d: Day): string =>
  `${ORDINALS[Math.floor((Number(d.slice(5, 7)) - 1) / 3)]} quarter of ${year(d)}`;

function formatPart({ startsOn, endsOn }: DateSpan): string {
  if (firstOfMonth(startsOn) === firstOfMonth(endsOn)) {
    const bounds = `${Number(startsOn.slice(8))}-${endsOn === lastOfMonth(endsOn) ? 'end' : Number(endsOn.slice(8))}`;
    const word = { '1-10': 'Early ', '11-20': 'Mid-', '21-end': 'Late ' }[bounds];
    if (word) return `${word}${monthName(startsOn)} ${year(startsOn)}`;
  }
  return `Between ${formatDay(startsOn)} and ${formatDay(endsOn)}`;
}

function joined(start: string, end: string): string {
  return start === end ? start : `${start} to ${end}`;
}

const lowerAfterTo = (text: string): string => text.replace(/ to \w/, (found) => found.toLowerCase());

/** The date in words that parseDateWords reads back to the same span (tested as a property). */
export function formatDateSpan(span: DateSpan): string {
  const { startsOn, endsOn } = span;
  switch (span.precision) {
    case 'day':
      return joined(formatDay(startsOn), formatDay(endsOn));
    case 'reported':
      return `By ${formatDay(endsOn)}`;
    case 'part_of_month':
      return formatPart(span);
    case 'month':
      return joined(`${monthName(startsOn)} ${year(startsOn)}`, `${monthName(endsOn)} ${year(endsOn)}`);
    case 'quarter':
      return lowerAfterTo(joined(quarterName(startsOn), quarterName(endsOn)));
    case 'year':
      return joined(year(startsOn), year(endsOn));
  }
}
