import { readDate, readNumber, readPlaceCode, cell } from './cells';
import type { DayOrder } from './mapping';
import type { SourceRow } from './source-row';

/** Names by which columns are known, the likeliest first; in small letters, without signs. */
const NAMES = {
  externalId: ['eventid', 'id', 'uid', 'uuid', 'externalid', 'reference', 'ref', 'number', 'no'],
  title: ['title', 'headline', 'name', 'event', 'eventname', 'subject', 'incident', 'what'],
  summary: ['summary', 'description', 'notes', 'note', 'text', 'details', 'comments', 'comment', 'narrative'],
  date: [
    'date',
    'eventdate',
    'startson',
    'startdate',
    'start',
    'datestart',
    'begin',
    'from',
    'day',
    'when',
    'dateofincident',
    'incidentdate',
    'occurred',
  ],
  end: ['endson', 'enddate', 'end', 'dateend', 'to', 'until', 'finish'],
  place: [
    'iso2',
    'iso3',
    'iso',
    'countrycode',
    'country',
    'countryname',
    'placecode',
    'place',
    'nation',
    'state',
    'region',
    'where',
    'territory',
  ],
  locality: [
    'city',
    'town',
    'locality',
    'location',
    'site',
    'admin2',
    'admin1',
    'province',
    'district',
    'address',
  ],
  latitude: ['latitude', 'lat', 'y', 'decimallatitude'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x', 'decimallongitude'],
  type: ['type', 'eventtype', 'category', 'kind'],
  pillars: ['pillars', 'pillar', 'strand'],
  confidence: ['confidence', 'certainty'],
  tags: ['tags', 'tag', 'keywords', 'labels'],
  sourceTitle: ['source', 'sourcetitle', 'publication', 'reference'],
  url: ['url', 'link', 'sourceurl', 'website', 'web', 'href'],
  publishedOn: ['publishedon', 'published', 'publicationdate', 'sourcedate'],
  killed: ['killed', 'fatalities', 'deaths', 'dead', 'nkill', 'numberkilled', 'best'],
  injured: ['injured', 'wounded', 'injuries', 'nwound', 'numberinjured'],
  perpetrator: [
    'perpetrator',
    'actor1',
    'actor',
    'attacker',
    'group',
    'gname',
    'sidea',
    'organisation',
    'organization',
  ],
  target: ['target', 'victim', 'actor2', 'sideb'],
} as const;
type Named = keyof typeof NAMES;

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The columns by what they are called, each taken once. */
function byName(columns: readonly string[]): Map<Named, string> {
  const found = new Map<Named, string>();
  const free = new Map(columns.map((column) => [plainName(column), column]));
  for (const [field, names] of Object.entries(NAMES) as [Named, readonly string[]][]) {
    const name = names.find((one) => free.has(one));
    if (name === undefined) continue;
    found.set(field, free.get(name)!);
    free.delete(name);
  }
  return found;
}

export type Rows = readonly SourceRow[];

/** What people write where they know nothing. */
const FILLER =
  /^(?:[-–—?.]+|n\.?\/?\s?[akd]\.?|nan|null|not (?:known|available|stated)|unknown|missing|tb[ac])$/i;

/** The values of a column, without what says nothing of it: cells that are empty, or filled with "n/a" and the like. */
export const valuesOf = (rows: Rows, column: string): string[] =>
  rows.map(({ cells }) => cell(cells, column)).filter((value) => value !== '' && !FILLER.test(value));

/** The share of a column's values for which the test holds; 0 for a column that holds none. */
function share(rows: Rows, column: string, test: (value: string) => boolean): number {
  const values = valuesOf(rows, column);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

const MOSTLY = 0.8;
const HALF = 0.5;
/** Letters beyond which a text is no title. */
const LONG = 90;
const ORDERS: DayOrder[] = ['dmy', 'mdy', 'ymd'];

/** Whether so much of a column's values are dates, read in any of the orders. */
const isDateColumn = (rows: Rows, column: string, least: number): boolean =>
  share(
    rows,
    column,
    (value) => !/^\d{1,6}$/.test(value) && ORDERS.some((order) => readDate(value, order) !== null),
  ) >= least;

/** Cells that say that nothing is known, whether a file has them or not. */
const ALWAYS_UNKNOWN = ['NA', '-'];
/** As many ways of saying so as a mapping takes. */
const MOST_UNKNOWN = 20;

/** The cells of these columns that say that nothing is known, as the file writes them. */
export function unknownIn(rows: Rows, columns: readonly string[]): string[] {
  const found = columns.flatMap((column) => rows.map(({ cells }) => cell(cells, column)));
  return [...new Set([...ALWAYS_UNKNOWN, ...found.filter((value) => FILLER.test(value))])].slice(
    0,
    MOST_UNKNOWN,
  );
}

/** What a file's columns are, as far as names and values tell. */
export class GuessedColumns {
  readonly #names: ReadonlyMap<Named, string>;

  constructor(
    private readonly all: readonly string[],
    private readonly rows: Rows,
  ) {
    this.#names = byName(all);
  }

  named(field: Named): string {
    return this.#names.get(field) ?? '';
  }

  /** Its text, where there is such a column. */
  template(field: Named): string {
    return this.named(field) && `{${this.named(field)}}`;
  }

  /** The column of that name where its values are numbers. */
  number(field: Named, decimal: '.' | ','): string {
    const column = this.named(field);
    const isNumber = (value: string): boolean => !Number.isNaN(readNumber(value, { decimal, unknown: [] }));
    return column && share(this.rows, column, isNumber) >= MOSTLY ? column : '';
  }

  /** The column of dates; the one that is called so may hold slips, which are then rejected row by row. */
  get date(): string {
    const isDate = (column: string): boolean => isDateColumn(this.rows, column, MOSTLY);
    const named = this.named('date');
    if (named && isDateColumn(this.rows, named, HALF)) return named;
    const taken = new Set(this.#names.values());
    return this.all.find((column) => !taken.has(column) && isDate(column)) ?? this.all.find(isDate) ?? '';
  }

  get end(): string {
    const named = this.named('end');
    return named && isDateColumn(this.rows, named, HALF) ? named : '';
  }

  /** Columns whose values are places; the one that is called so comes first, and may hold slips. */
  get places(): string[] {
    const named = this.named('place');
    const placed = (column: string): number =>
      share(this.rows, column, (value) => readPlaceCode(value) !== null);
    const others = this.all.filter((column) => column !== named && placed(column) >= MOSTLY);
    return named !== '' && placed(named) >= HALF ? [named, ...others] : others;
  }

  /** A title and a summary by what stands in the columns, where no name tells them: text of its own in most rows. */
  get texts(): { title: string; summary: string } {
    const [named, long] = [this.template('title'), this.template('summary')];
    const taken = new Set([...this.#names.values(), this.date, ...this.places]);
    const free = this.all
      .filter((column) => !taken.has(column) && !isDateColumn(this.rows, column, MOSTLY))
      .map((column) => ({ column, values: valuesOf(this.rows, column) }))
      .filter(({ values }) => values.length > 0 && new Set(values).size >= values.length * HALF)
      .filter(({ column }) => share(this.rows, column, (value) => /\p{L}{3}/u.test(value)) >= MOSTLY)
      .map(({ column, values }) => ({ column, mean: values.join('').length / values.length }));
    const title = named ? undefined : free.find(({ mean }) => mean <= LONG);
    const rest = free.filter((one) => one !== title && one.mean > (title?.mean ?? 0));
    const summary = long ? undefined : rest.sort((a, b) => b.mean - a.mean)[0];
    return {
      title: named || (title ? `{${title.column}}` : ''),
      summary: long || (summary ? `{${summary.column}}` : ''),
    };
  }
}
