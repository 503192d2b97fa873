import { isDay, lastOfMonth, shiftDay, type Day } from '@/lib/days';
import { parseDateWords, type DateSpan } from '@/lib/date-words';
import { placeByName, findPlace } from '@/lib/places';
import countries from 'world-countries';
import type { DayOrder, Mapping } from './mapping';

type Cells = Record<string, string>;

/** The text of a column; '' where the file has no such column. */
export const cell = (cells: Cells, column: string): string =>
  column === '' ? '' : (cells[column] ?? '').trim();

type Part = string | { column: string };
/** A template taken apart: what always stands, and what only stands where its columns are filled. */
type Piece = { parts: Part[]; whole: boolean };
const templates = new Map<string, Piece[]>();

function partsOf(text: string): Part[] {
  return text
    .split(/(\{[^{}]+\})/)
    .filter(Boolean)
    .map((part) => (/^\{[^{}]+\}$/.test(part) ? { column: part.slice(1, -1) } : part));
}

/** Every row of a file fills the same few templates: each is taken apart once. */
function piecesOf(template: string): Piece[] {
  const known = templates.get(template);
  if (known) return known;
  const made = template
    .split(/(\[[^[\]]*\])/)
    .filter(Boolean)
    .map((piece) => {
      const whole = /^\[.*\]$/s.test(piece);
      return { parts: partsOf(whole ? piece.slice(1, -1) : piece), whole };
    });
  if (templates.size < 1000) templates.set(template, made);
  return made;
}

/** A template filled with a row: parts in square brackets go where a column in them is empty. */
export function filled(template: string, cells: Cells): string {
  if (template === '') return '';
  let text = '';
  for (const { parts, whole } of piecesOf(template)) {
    const values = parts.map((part) => (typeof part === 'string' ? part : cell(cells, part.column)));
    if (!whole || values.every((value) => value !== '')) text += values.join('');
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Text of at most so many characters, cut between words where it must be. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most - 1);
  const space = short.lastIndexOf(' ');
  const end = space > most / 2 ? space : short.length;
  // No half of a character at the end.
  return `${short
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[,;:.\s]+$/, '')}…`;
}

const numberShape = (group: string, point: string) => ({
  shape: new RegExp(
    `^[+-]?(?:\\d+|\\d{1,3}(?:[${group} '’\u00a0\u202f]\\d{3})+)(?:\\${point}\\d*)?(?:e[+-]?\\d+)?$`,
    'i',
  ),
  groups: new RegExp(`[${group} '’\u00a0\u202f]`, 'g'),
  point,
});
const NUMBERS = { '.': numberShape(',', '.'), ',': numberShape('.', ',') };

/** A number with separators of thousands; null where it is none, or stands for "not known". */
export function readNumber(
  text: string,
  { decimal, unknown }: Pick<Mapping, 'decimal' | 'unknown'>,
): number | null {
  const plain = text.trim();
  if (plain === '' || unknown.includes(plain)) return null;
  const { shape, groups, point } = NUMBERS[decimal];
  if (!shape.test(plain)) return Number.NaN;
  return Number(plain.replaceAll(groups, '').replace(point, '.'));
}

const iso = (y: string, m: string, d: string): Day | null => {
  const year = y.length === 2 ? `${Number(y) < 70 ? '20' : '19'}${y}` : y;
  const day = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
};

const SIGNS = String.raw`[-/._ ]`;
const ISO = new RegExp(`^(\\d{4})${SIGNS}(\\d{1,2})${SIGNS}(\\d{1,2})(?:[T ].*)?$`);
const PARTS = new RegExp(`^(\\d{1,2})${SIGNS}(\\d{1,2})${SIGNS}(\\d{4}|\\d{2})(?:[T ,].*)?$`);

/** A day in numbers, however parted; a time after it is left off. Null where it is none in this order. */
export function readDay(text: string, order: DayOrder): Day | null {
  const plain = text.trim();
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? ISO.exec(plain);
  if (whole) return iso(whole[1]!, whole[2]!, whole[3]!);
  const parts = PARTS.exec(plain);
  if (!parts) return null;
  const [, a = '', b = '', year = ''] = parts;
  if (order === 'ymd') return null;
  return order === 'dmy' ? iso(year, b, a) : iso(year, a, b);
}

/** A day in numbers, or a date in words ("01-January-2015", "23 March 2020", "March 2020") with its precision. */
export function readDate(text: string, order: DayOrder): DateSpan | null {
  const day = readDay(text, order);
  if (day) return { startsOn: day, endsOn: day, precision: 'day' };
  return parseDateWords(text.replaceAll(/(?<=\w)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d)/g, ' '));
}

/** Year, month and day apart; nought is what is not known (GTD). */
export function readParts(year: string, month: string, day: string): DateSpan | null {
  const [y, m, d] = [Number(year), Number(month || 0), Number(day || 0)];
  if (![y, m, d].every(Number.isInteger) || y < 1000) return null;
  const first = `${y}-${String(m || 1).padStart(2, '0')}-${String(d || 1).padStart(2, '0')}`;
  if (!isDay(first)) return null;
  if (m < 1) return { startsOn: `${y}-01-01`, endsOn: `${y}-12-31`, precision: 'year' };
  if (d < 1) return { startsOn: first, endsOn: lastOfMonth(first), precision: 'month' };
  return { startsOn: first, endsOn: first, precision: 'day' };
}

/** The seven days round a day that is known to the week. */
export const weekOf = (day: Day): DateSpan => ({
  startsOn: shiftDay(day, -3),
  endsOn: shiftDay(day, 3),
  precision: 'part_of_month',
});

const byNumber = new Map(
  countries.filter(({ ccn3 }) => ccn3 !== '').map(({ ccn3, cca2 }) => [Number(ccn3), cca2]),
);
/** Names that data sets of conflict use for countries of our day (UCDP's list of states among them). */
const OLD = new Map(
  Object.entries({
    'DR Congo (Zaire)': 'CD',
    'Democratic Republic of Congo': 'CD',
    'Yemen (North Yemen)': 'YE',
    'Russia (Soviet Union)': 'RU',
    'Serbia (Yugoslavia)': 'RS',
    'Kingdom of eSwatini (Swaziland)': 'SZ',
    'Cambodia (Kampuchea)': 'KH',
    'Madagascar (Malagasy)': 'MG',
    'Zimbabwe (Rhodesia)': 'ZW',
    'Bosnia-Herzegovina': 'BA',
    Burma: 'MM',
    Swaziland: 'SZ',
    'Macedonia, FYR': 'MK',
    'East Timor': 'TL',
    'West Bank and Gaza Strip': 'PS',
    'Korea Republic of': 'KR',
    'Korea DPR': 'KP',
  }),
);
/** What countries call themselves: Deutschland, España, 日本. A name of several countries means none. */
const NATIVE = new Map<string, string | null>();
for (const { cca2, name } of countries)
  for (const { common } of Object.values(name.native ?? {})) {
    const before = NATIVE.get(common);
    NATIVE.set(common, before === undefined || before === cca2 ? cca2 : null);
  }

const OXCGRT = new Map(
  Object.entries({
    UK_ENG: 'GB-ENG',
    UK_SCO: 'GB-SCT',
    UK_WAL: 'GB-WLS',
    UK_NIR: 'GB-NIR',
  }),
);

const known = new Map<string, string | null>();

function placeOf(text: string): string | null {
  if (/^\d{1,3}$/.test(text)) {
    const country = byNumber.get(Number(text));
    if (country && findPlace(country)) return country;
  }
  // No place has so long a name, and the pattern looks at each character more than once.
  if (text.length > 200) return null;
  const inBrackets = /^(.+?) ?\((.+)\)$/.exec(text);
  const names = [OLD.get(text), OXCGRT.get(text), text, inBrackets?.[1], inBrackets?.[2], NATIVE.get(text)];
  for (const name of names) {
    const place = name && (findPlace(name) ?? placeByName(name));
    if (place) return place.code;
  }
  return null;
}

/** The place that a cell means: ISO 3166-1 in two or three letters or by number, a name, an alias, an old name. Else null. */
export function readPlaceCode(text: string): string | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const found = placeOf(text.trim());
  // Cells of a column repeat; a column of free text must not fill the memory.
  if (known.size < 50_000) known.set(text, found);
  return found;
}
