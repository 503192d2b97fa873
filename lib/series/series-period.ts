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
const pad = (n: number): string => String(n).padStart(2, '0');

/** So many whole months from the month (1 to 12) of the year. */
const stretch = (year: number, month: number, length: number): SeriesPeriod => {
  const startsOn = `${year}-${pad(month)}-01`;
  return { startsOn, endsOn: shiftDay(shiftMonth(startsOn, length), -1) };
};
const yearTo = (year: number, month: number): SeriesPeriod =>
  month === 12 ? stretch(year, 1, 12) : stretch(year - 1, month + 1, 12);
const monthOf = (word: string): number => {
  const at = MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3)));
  return word.length >= 3 && MONTHS[at]?.startsWith(word.toLowerCase()) ? at + 1 : 0;
};

/** Years that do not begin in January, by their name in DfE files, with their first month. */
const YEARS: [RegExp, number][] = [
  [/financial|fiscal/i, 4],
  [/academic/i, 9],
  [/tax/i, 4],
];

type Form = [RegExp, (m: string[], kind: string) => SeriesPeriod | null];
const forms: Form[] = [
  [/^(\d{4})$/, ([, year]) => stretch(Number(year), 1, 12)],
  // 2019/20, 2019-20 and DfE's 201920: a year across two, from April where nothing says otherwise.
  [
    /^(\d{4})[/–-]?(?:20)?(\d{2})$/,
    ([, first, second], kind) => {
      const year = Number(first);
      if ((year + 1) % 100 !== Number(second)) return null;
      return stretch(year, YEARS.find(([name]) => name.test(kind))?.[1] ?? 4, 12);
    },
  ],
  [/^(\d{4})[ -]?Q([1-4])$/i, ([, year, quarter]) => stretch(Number(year), Number(quarter) * 3 - 2, 3)],
  [/^Q([1-4])[ -]?(\d{4})$/i, ([, quarter, year]) => stretch(Number(year), Number(quarter) * 3 - 2, 3)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, ([, year, month]) => stretch(Number(year), Number(month), 1)],
  [
    /^([a-z]+)[ -](\d{4})$/i,
    ([, word, year]) => (monthOf(word!) ? stretch(Number(year), monthOf(word!), 1) : null),
  ],
  [
    /^(\d{4})[ -]([a-z]+)$/i,
    ([, year, word]) => (monthOf(word!) ? stretch(Number(year), monthOf(word!), 1) : null),
  ],
  [
    /^(?:year (?:ending|to)|ye) (?:\d{1,2} )?([a-z]+) (\d{4})$/i,
    ([, word, year]) => (monthOf(word!) ? yearTo(Number(year), monthOf(word!)) : null),
  ],
  [
    /^([a-z]+) (?:to|-|–) ([a-z]+) (\d{4})$/i,
    ([, from, to, year]) => {
      const [a, b] = [monthOf(from!), monthOf(to!)];
      return a && b && a <= b ? stretch(Number(year), a, b - a + 1) : null;
    },
  ],
];

/**
 * A period as statistics write it: "2020", "2019/20", "201920" with DfE's time_identifier "Financial year", "2020 Q1",
 * "2020-03", "March 2020", "year ending 31 March 2020". A quarter or month may stand in `kind` alone, as in DfE files
 * ("2020" with "March", "Week 12" is not read). Null where it cannot be read: nothing is guessed.
 */
export function readPeriod(text: string, kind = ''): SeriesPeriod | null {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const month = monthOf(kind.trim());
  if (/^\d{4}$/.test(plain) && month) return stretch(Number(plain), month, 1);
  const quarter = /Q([1-4])/i.exec(kind);
  if (/^\d{4}$/.test(plain) && quarter && /calendar|^Q/i.test(kind.trim()))
    return stretch(Number(plain), Number(quarter[1]) * 3 - 2, 3);
  if (/week|term|day|quarter/i.test(kind) && !quarter) return null;
  for (const [form, read] of forms) {
    const match = form.exec(plain);
    const period = match && read(match, kind);
    if (period) return period;
  }
  return null;
}
