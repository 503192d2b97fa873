import { readDay } from './cells';
import { GuessedColumns, unknownIn, valuesOf, type Rows } from './guess-columns';
import { mappingSchema, type DayOrder, type Mapping } from './mapping';

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

const EITHER = ['dmy', 'mdy'] as const;

/** Dates of a column in which the day or the month comes first; a slip that is a date in neither order says nothing. */
const numericDates = (rows: Rows, column: string): string[] =>
  valuesOf(rows, column).filter(
    (value) =>
      /^\d{1,2}\D\d{1,2}\D\d{2,4}/.test(value) && EITHER.some((order) => readDay(value, order) !== null),
  );

/**
 * The orders in which every numeric date of the columns can be read: one where a day above 12 settles it, two where it
 * cannot be told, none where the columns do not agree.
 */
export function ordersOf(rows: Rows, columns: readonly string[]): DayOrder[] {
  const values = columns.flatMap((column) => numericDates(rows, column));
  if (values.length === 0) return ['dmy'];
  return EITHER.filter((order) => values.every((value) => readDay(value, order) !== null));
}

function orderQuestion(found: readonly DayOrder[], rows: Rows, columns: readonly string[]): Question[] {
  if (found.length === 1) return [];
  const example = columns.flatMap((column) => numericDates(rows, column))[0] ?? '';
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

const list = <T>(column: string, made: T): T[] => (column ? [made] : []);

function fieldsOf(columns: GuessedColumns, decimal: '.' | ',') {
  const [killed, injured] = [columns.number('killed', decimal), columns.number('injured', decimal)];
  const [perpetrator, target] = [columns.named('perpetrator'), columns.named('target')];
  return {
    externalId: columns.named('externalId'),
    ...columns.texts,
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
  const columns = new GuessedColumns(all, rows);
  const { date, end } = columns;
  const numeric = (['latitude', 'longitude', 'killed', 'injured'] as const).map((field) =>
    columns.named(field),
  );
  const decimal = decimalOf(rows, numeric.filter(Boolean));
  const dates = [date, end].filter(Boolean);
  const orders = ordersOf(rows, dates);
  const mapping = mappingSchema.parse({
    way: 'rows',
    fields: fieldsOf(columns, decimal),
    date: { kind: 'day', column: date, end, order: orders[0] ?? 'dmy' },
    decimal,
    unknown: unknownIn(rows, [...numeric, ...dates].filter(Boolean)),
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
      : orderQuestion(orders, rows, dates)),
    ...(mapping.fields.place.length === 0
      ? [chooseColumn('place', 'Which column says in which country it happened?', all)]
      : []),
  ];
  return { mapping, questions };
}
