import { formatDay, lastOfMonth, monthYear, shiftDay, shiftMonth, type Day } from '@/lib/days';

/** A period of a statistic, both days included. */
export interface SeriesPeriod {
  startsOn: Day;
  endsOn: Day;
}

/** Months that a period takes where it is whole calendar months; null where it is not. */
function months({ startsOn, endsOn }: SeriesPeriod): number | null {
  if (!startsOn.endsWith('-01') || lastOfMonth(endsOn) !== endsOn) return null;
  const of = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return of(endsOn) - of(startsOn) + 1;
}

/** The period in words: "2020", "Year to March 2020", "January to March 2020", "March 2020", "1 to 14 March 2020". */
export function periodWords(period: SeriesPeriod): string {
  const { startsOn, endsOn } = period;
  const count = months(period);
  if (count === 1) return monthYear(startsOn);
  if (count === 12)
    return startsOn.slice(5, 7) === '01' ? startsOn.slice(0, 4) : `Year to ${monthYear(endsOn)}`;
  if (count !== null && startsOn.slice(0, 4) === endsOn.slice(0, 4))
    return `${monthYear(startsOn).split(' ')[0]} to ${monthYear(endsOn)}`;
  if (count !== null) return `${monthYear(startsOn)} to ${monthYear(endsOn)}`;
  return startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} to ${formatDay(endsOn)}`;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** So many whole months from the month of the year: 1 is its January, 13 that of the next. */
const stretch = (year: number, month: number, length: number): SeriesPeriod => {
  const startsOn = shiftMonth(`${year}-01-01`, month - 1);
  return { startsOn, endsOn: shiftDay(shiftMonth(startsOn, length), -1) };
};
const yearTo = (year: number, month: number): SeriesPeriod =>
  month === 12 ? stretch(year, 1, 12) : stretch(year - 1, month + 1, 12);
const quarters = (year: number, first: number, from: string, to = from): SeriesPeriod | null =>
  Number(from) <= Number(to)
    ? stretch(year, first + (Number(from) - 1) * 3, (Number(to) - Number(from) + 1) * 3)
    : null;
/** 1 to 12 for "January", "JAN" or "Sept"; 0 for any other word. */
const monthOf = (word: string): number => {
  const at = MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3)));
  return word.length >= 3 && MONTHS[at]?.startsWith(word.toLowerCase()) ? at + 1 : 0;
};
/** Two digits of a year as POSIX reads them: 69 is 1969, 68 is 2068. */
const century = (digits: string): number => Number(digits) + (Number(digits) < 69 ? 2000 : 1900);

/** Years by their name in DfE files. Of those that it does not know, like a reporting year, nothing is read. */
const YEARS: [RegExp, (year: number) => SeriesPeriod][] = [
  [/^(?:financial|fiscal) year$|^fy$/, (year) => stretch(year, 4, 12)],
  [/^academic year$/, (year) => stretch(year, 9, 12)],
  [/^tax year$/, (year) => ({ startsOn: `${year}-04-06`, endsOn: `${year + 1}-04-05` })],
];

/** The first year of one that lies across two: 2019/20, 2019-20, 2019/2020, DfE's 201920; null for any other text. */
function acrossTwo(text: string): number | null {
  const [, first = '', early, late] = /^(\d{4})[/–-]?(?:(\d{2})?(\d{2}))$/.exec(text) ?? [];
  if (first === '') return null;
  const next = String(Number(first) + 1);
  return next.endsWith(late!) && (early === undefined || next.startsWith(early)) ? Number(first) : null;
}

/** True of 2003-04: a year from April and a month of ISO 8601 alike. */
export const isEither = (text: string): boolean =>
  /-(?:0[1-9]|1[0-2])$/.test(text) && acrossTwo(text) !== null;

type Form = [RegExp, (m: string[]) => SeriesPeriod | null];
const inMonth = (year: string, word: string): SeriesPeriod | null =>
  monthOf(word) ? stretch(year.length === 2 ? century(year) : Number(year), monthOf(word), 1) : null;
const inQuarter = (year: string, quarter: string): SeriesPeriod | null => {
  if (/^\d{4}$/.test(year)) return quarters(Number(year), 1, quarter);
  const first = acrossTwo(year);
  return first === null ? null : quarters(first, 4, quarter);
};
const forms: Form[] = [
  [/^(\d{4})$/, ([, year]) => stretch(Number(year), 1, 12)],
  // The quarters of a calendar year, and of one from April where the year lies across two.
  [
    /^(\d{4}(?:[/–-]?\d{2}){0,2})[ -]?(?:q|quarter )([1-4])$/,
    ([, year, quarter]) => inQuarter(year!, quarter!),
  ],
  [
    /^(?:q|quarter )([1-4])[ -](\d{4}(?:[/–-]?\d{2}){0,2})$/,
    ([, quarter, year]) => inQuarter(year!, quarter!),
  ],
  [/^(\d{4})(?:-|m)(0[1-9]|1[0-2])$/, ([, year, month]) => stretch(Number(year), Number(month), 1)],
  [/^([a-z]+)[ -](\d{4})$/, ([, word, year]) => inMonth(year!, word!)],
  [/^([a-z]+)-(\d{2})$/, ([, word, year]) => inMonth(year!, word!)],
  [/^(\d{4})[ -]?([a-z]+)$/, ([, year, word]) => inMonth(year!, word!)],
  [
    /^(?:year (?:ending|to)|ye) (?:\d{1,2} )?([a-z]+) (\d{4})$/,
    ([, word, year]) => (monthOf(word!) ? yearTo(Number(year), monthOf(word!)) : null),
  ],
  [
    /^([a-z]+)(?: (\d{4}))?(?: to | ?[–-] ?)([a-z]+) (\d{4})$/,
    ([, from, first, to, last]) => {
      const [a, b] = [monthOf(from!), monthOf(to!)];
      const length = (Number(last) - Number(first ?? last)) * 12 + b - a + 1;
      return a && b && length > 0 ? stretch(Number(first ?? last), a, length) : null;
    },
  ],
];

/** A cell that says when within its year: a month, quarters, or half of a year from April. Null where it says no such thing. */
function within(text: string, kind: string): SeriesPeriod | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : null;
  const fiscal = acrossTwo(text);
  if (monthOf(kind)) return year === null ? null : stretch(year, monthOf(kind), 1);
  const half = /^part ([12]) \((?:april to september|october to march)\)$/.exec(kind)?.[1];
  if (half) return fiscal === null ? null : stretch(fiscal, half === '1' ? 4 : 10, 6);
  const [, of = '', from, to] =
    /^(?:(calendar|financial|fiscal)(?: year)?)?(?: ?- ?| )?(?:q|quarter )([1-4])(?:(?: to |-)q?([1-4]))?$/.exec(
      kind,
    ) ?? [];
  if (!from) return null;
  if (year !== null) return of === '' || of === 'calendar' ? quarters(year, 1, from, to) : null;
  return fiscal !== null && of !== 'calendar' ? quarters(fiscal, 4, from, to) : null;
}

function byForm(text: string): SeriesPeriod | null {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    const period = match && read(match);
    if (period) return period;
  }
  return null;
}

/** Months in a period of a kind that says no more than how long it is. */
const LENGTHS = new Map([
  ['year', 12],
  ['quarter', 3],
  ['month', 1],
]);
const spaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * A period as statistics write it: "2020", "2019/20", "2020 Q1", "Q1 2020/21" (from April: the year lies across two),
 * "2020-03", "2020M03", "Mar-20", "2020 MAR", "March 2020", "March to May 2020", "year ending 31 March 2020". In `kind` stands
 * what DfE files say in time_identifier beside it: "Financial year" (201920), "Financial year Q1" (201920), "Calendar year
 * Q2" or "March" (2020), "Part 1 (April to September)" (201920); such a year may also stand before it, "Tax year 2019/20".
 * Null where it cannot be read: nothing is guessed, so no week, term, reporting year, or quarter of an academic or tax year,
 * and 2003-04 only where `kind` says "Financial year" or "Month".
 * Kinds: github.com/dfe-analytical-services/dfe-published-data-qa, "acceptable_time_identifiers".
 */
export function readPeriod(text: string, kind = ''): SeriesPeriod | null {
  const [, named, rest] =
    /^((?:calendar|financial|fiscal|academic|tax) year|fy)[ :]?(.+)$/.exec(spaced(text)) ?? [];
  const plain = rest?.trim() ?? spaced(text);
  if (/\b0\d{3}/.test(plain)) return null;
  const what = named ?? spaced(kind);
  const year = acrossTwo(plain);
  const of = YEARS.find(([name]) => name.test(what));
  // A year that begins in April is never told by one number alone: 2020 may be its first or its last.
  if (of) return year === null ? null : of[1](year);
  const part = within(plain, what);
  if (part) return part;
  if (what === 'calendar year') return /^\d{4}$/.test(plain) ? stretch(Number(plain), 1, 12) : null;
  if (what !== '' && !LENGTHS.has(what)) return null;
  if (what === '' && isEither(plain)) return null;
  const read = year !== null && what !== 'month' ? stretch(year, 4, 12) : byForm(plain);
  return read && (what === '' || months(read) === LENGTHS.get(what)) ? read : null;
}

/**
 * What the periods of a column are where each alone could be either: "Month" or "Financial year" where others beside them
 * can be nothing else (2003-03, 2012-13), '' where none says or both do.
 */
export function kindOfColumn(texts: readonly string[]): '' | 'Month' | 'Financial year' {
  if (!texts.some((text) => isEither(text.trim()))) return '';
  const dashed = texts
    .map((text) => text.trim())
    .filter((text) => /^\d{4}-\d{2}$/.test(text) && !isEither(text));
  if (dashed.length === 0) return '';
  if (dashed.every((text) => acrossTwo(text) !== null)) return 'Financial year';
  return dashed.every((text) => acrossTwo(text) === null) ? 'Month' : '';
}
