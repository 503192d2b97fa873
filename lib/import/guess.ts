import { cell, readDay, readDate, readNumber, readPlaceCode } from './cells';
import { mappingSchema, type DayOrder, type Mapping } from './mapping';
import type { SourceRow } from './source-row';

/** What cannot be told from the file: asked of the person, with the answers that there are. */
export interface Question {
  field: 'order' | 'date' | 'place';
  text: string;
  answers: { value: string; label: string }[];
}

export interface Guess {
  mapping: Mapping;
  questions: Question[];
}

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

type Rows = readonly SourceRow[];
const valuesOf = (rows: Rows, column: string): string[] =>
  rows.map(({ cells }) => cell(cells, column)).filter((value) => value !== '');

/** The share of a column's values for which the test holds; 0 for an empty column. */
function share(rows: Rows, column: string, test: (value: string) => boolean): number {
  const values = valuesOf(rows, column);
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

const MOSTLY = 0.8;
const HALF = 0.5;
const ORDERS: DayOrder[] = ['dmy', 'mdy', 'ymd'];

/** Whether the values of a column are dates, read in any of the orders. */
const isDateColumn = (rows: Rows, column: string): boolean =>
  share(
    rows,
    column,
    (value) => !/^\d{1,6}$/.test(value) && ORDERS.some((order) => readDate(value, order) !== null),
  ) >= MOSTLY;

/**
 * The orders in which every numeric date of the columns can be read: one where a day above 12 settles it, two where it
 * cannot be told, none where the columns do not agree.
 */
export function ordersOf(rows: Rows, columns: readonly string[]): DayOrder[] {
  const values = columns
    .flatMap((column) => valuesOf(rows, column))
    .filter((value) => /^\d{1,2}\D\d{1,2}\D\d{2,4}/.test(value));
  if (values.length === 0) return ['dmy'];
  return (['dmy', 'mdy'] as const).filter((order) => values.every((value) => readDay(value, order) !== null));
}

function orderQuestion(found: readonly DayOrder[], rows: Rows, column: string): Question[] {
  if (found.length === 1) return [];
  const example = valuesOf(rows, column)[0] ?? '';
  const text =
    found.length === 0
      ? `Some dates are day first and some month first: how is ${example} to be read?`
      : `The dates do not tell whether the day or the month comes first: how is ${example} to be read?`;
  return [
    {
      field: 'order',
      text,
      answers: [
        { value: 'dmy', label: 'Day first, as in the UK' },
        { value: 'mdy', label: 'Month first, as in the USA' },
      ],
    },
  ];
}

const chooseColumn = (field: 'date' | 'place', text: string, columns: readonly string[]): Question => ({
  field,
  text,
  answers: columns.slice(0, 100).map((column) => ({ value: column, label: column })),
});

/** A decimal comma, where numbers have one and never a point. */
const decimalOf = (rows: Rows, columns: readonly string[]): '.' | ',' => {
  const values = columns.flatMap((column) => valuesOf(rows, column));
  return values.some((value) => /\d,\d{1,2}$|\d,\d{4,}$/.test(value)) &&
    !values.some((value) => /\.\d/.test(value))
    ? ','
    : '.';
};

/** What a file's columns are, as far as names and values tell. */
class Columns {
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
    const isNumber = (value: string): boolean =>
      !Number.isNaN(readNumber(value, { decimal, unknown: UNKNOWN }));
    return column && share(this.rows, column, isNumber) >= MOSTLY ? column : '';
  }

  get date(): string {
    const isDate = (column: string): boolean => isDateColumn(this.rows, column);
    const named = this.named('date');
    if (named && isDate(named)) return named;
    const taken = new Set(this.#names.values());
    return this.all.find((column) => !taken.has(column) && isDate(column)) ?? this.all.find(isDate) ?? '';
  }

  get end(): string {
    const named = this.named('end');
    return named && isDateColumn(this.rows, named) ? named : '';
  }

  /** Columns whose values are places; the one that is called so comes first, and may hold slips. */
  get places(): string[] {
    const named = this.named('place');
    const placed = (column: string): number =>
      share(this.rows, column, (value) => readPlaceCode(value) !== null);
    const others = this.all.filter((column) => column !== named && placed(column) >= MOSTLY);
    return named !== '' && placed(named) >= HALF ? [named, ...others] : others;
  }
}

const UNKNOWN = ['NA', '-'];
const list = <T>(column: string, made: T): T[] => (column ? [made] : []);

function fieldsOf(columns: Columns, decimal: '.' | ',') {
  const [killed, injured] = [columns.number('killed', decimal), columns.number('injured', decimal)];
  const [perpetrator, target] = [columns.named('perpetrator'), columns.named('target')];
  return {
    externalId: columns.named('externalId'),
    title: columns.template('title'),
    summary: columns.template('summary'),
    place: columns.places.slice(0, 3),
    locality: columns.template('locality'),
    latitude: columns.number('latitude', decimal),
    longitude: columns.number('longitude', decimal),
    type: columns.named('type'),
    pillars: columns.named('pillars'),
    confidence: columns.named('confidence'),
    tags: columns.named('tags'),
    sourceTitle: columns.template('sourceTitle'),
    url: columns.named('url'),
    publishedOn: columns.named('publishedOn'),
    actors: [
      ...list(perpetrator, { column: perpetrator, role: 'perpetrator' as const }),
      ...list(target, { column: target, role: 'target' as const }),
    ],
    measures: [
      ...list(killed, { column: killed, measure: 'killed' as const, unit: 'people' }),
      ...list(injured, { column: injured, measure: 'injured' as const, unit: 'people' }),
    ],
  };
}

/**
 * How a file of no known format may become events: its columns told by their names in any order, then by their values; what
 * cannot be told is asked. `rows` are a sample, for dates better all of them. Everything guessed is shown and can be changed.
 */
export function guessMapping(all: readonly string[], rows: Rows, sourceSet = 'desk'): Guess {
  const columns = new Columns(all, rows);
  const { date, end } = columns;
  const numeric = (['latitude', 'longitude', 'killed', 'injured'] as const).map((field) =>
    columns.named(field),
  );
  const decimal = decimalOf(rows, numeric.filter(Boolean));
  const orders = ordersOf(rows, [date, end].filter(Boolean));
  const mapping = mappingSchema.parse({
    way: 'rows',
    fields: fieldsOf(columns, decimal),
    date: { kind: 'day', column: date, end, order: orders[0] ?? 'dmy' },
    decimal,
    unknown: UNKNOWN,
    defaults: {
      type: 'policy',
      pillars: ['prepare'],
      confidence: 'reported',
      sourceSet,
      sourceTitle: 'Imported file',
    },
  });
  const questions = [
    ...(date === ''
      ? [chooseColumn('date', 'Which column says when it happened?', all)]
      : orderQuestion(orders, rows, date)),
    ...(mapping.fields.place.length === 0
      ? [chooseColumn('place', 'Which column says in which country it happened?', all)]
      : []),
  ];
  return { mapping, questions };
}
