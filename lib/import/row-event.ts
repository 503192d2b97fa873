import { createHash } from 'node:crypto';
import type { DateSpan } from '@/lib/date-words';
import { spanProblem } from '@/lib/date-words';
import { lastOfMonth, firstOfMonth } from '@/lib/days';
import { eventSchema, type EventInput } from '@/lib/event';
import { placeName } from '@/lib/places';
import { confidences, eventTypes, labelOf, pillars, typeTerms } from '@/lib/vocabulary';
import { cell, cut, filled, readDate, readDay, readNumber, readParts, readPlaceCode, weekOf } from './cells';
import type { Mapping, Rule } from './mapping';
import type { CellProblem, Outcome } from './outcome';
import type { SourceRow } from './source-row';

type Cells = Record<string, string>;
type Found<T> = { value: T } | { problem: CellProblem };

const problem = (cells: Cells, column: string, reason: string): { problem: CellProblem } => ({
  problem: { column, value: cell(cells, column), reason },
});

/** A date that its precision column says is less sharp than it is written. */
function blurred(span: DateSpan, precision: string): DateSpan {
  const { startsOn, endsOn } = span;
  if (precision === 'week') return weekOf(startsOn);
  if (precision === 'month')
    return { startsOn: firstOfMonth(startsOn), endsOn: lastOfMonth(endsOn), precision };
  if (precision === 'year')
    return { startsOn: `${startsOn.slice(0, 4)}-01-01`, endsOn: `${endsOn.slice(0, 4)}-12-31`, precision };
  if (precision === 'part_of_month') return { startsOn, endsOn, precision };
  if (precision === 'reported') return { startsOn: endsOn, endsOn, precision };
  return span;
}

function dateOf(cells: Cells, { date, unknown }: Mapping): Found<DateSpan> {
  if (date.kind === 'parts') {
    const span = readParts(cell(cells, date.year), cell(cells, date.month), cell(cells, date.day));
    return span ? { value: span } : problem(cells, date.year, 'Year, month and day are no date');
  }
  const order = date.kind === 'day' ? date.order : 'dmy';
  const first = readDate(cell(cells, date.column), order);
  if (!first)
    return problem(
      cells,
      date.column,
      cell(cells, date.column) ? 'It is no date that can be read' : 'There is no date',
    );
  if (date.kind === 'words') return { value: first };
  const endText = cell(cells, date.end);
  const last = endText === '' || unknown.includes(endText) ? first : readDate(endText, order);
  if (!last) return problem(cells, date.end, 'It is no date that can be read');
  if (last.endsOn < first.startsOn) return problem(cells, date.end, 'The end lies before the start');
  const sharp = first.precision === last.precision ? first.precision : 'day';
  const span = { startsOn: first.startsOn, endsOn: last.endsOn, precision: sharp };
  const sharpness = date.precision && cell(cells, date.precision.column);
  const known = sharpness !== null && Object.hasOwn(date.precision!.values, sharpness);
  const code = known ? date.precision!.values[sharpness] : undefined;
  const made = code ? blurred(span, code) : span;
  // Some time within more than a month has no word of its own: whole months hold it.
  return { value: spanProblem(made) === null ? made : blurred(span, 'month') };
}

function placeOf(cells: Cells, columns: readonly string[]): Found<string> {
  for (const column of columns) {
    const text = cell(cells, column);
    const code = text === '' ? null : readPlaceCode(text);
    if (code) return { value: code };
  }
  const told = columns.find((column) => cell(cells, column) !== '') ?? columns[0] ?? '';
  return problem(
    cells,
    told,
    cell(cells, told) ? 'It is no place of the record’s list' : 'There is no place',
  );
}

/** The first rule that holds; null for none. */
export function ruleFor(cells: Cells, rules: readonly Rule[]): Rule | null {
  return rules.find(({ when }) => when.every(({ column, is }) => is.includes(cell(cells, column)))) ?? null;
}

const codesOf = <T extends string>(text: string, codes: readonly T[]): T[] =>
  codes.filter((code) =>
    text.split(/[;,|]/).some((part) => part.trim().toLowerCase().replaceAll(/[ -]/g, '_') === code),
  );

function numberOf(cells: Cells, column: string, mapping: Mapping): Found<number | null> {
  const value = readNumber(cell(cells, column), mapping);
  return Number.isNaN(value) ? problem(cells, column, 'It is no number') : { value };
}

/** The cells of a row that give numbers: where on earth, and how many. */
function numbersOf(cells: Cells, mapping: Mapping) {
  const { latitude, longitude, measures } = mapping.fields;
  const problems: CellProblem[] = [];
  const read = (column: string): number | null => {
    const found = numberOf(cells, column, mapping);
    if ('problem' in found) problems.push(found.problem);
    return 'value' in found ? found.value : null;
  };
  const [north, east] = [read(latitude), read(longitude)];
  const given = measures.flatMap(({ column, measure, unit }) => {
    const value = read(column);
    return value === null ? [] : [{ measure, value, unit }];
  });
  const both = north !== null && east !== null;
  return { latitude: both ? north : null, longitude: both ? east : null, measures: given, problems };
}

function actorsOf(cells: Cells, { fields }: Mapping): EventInput['actors'] {
  const seen = new Set<string>();
  return fields.actors
    .flatMap(({ column, role }) =>
      cell(cells, column)
        .split(';')
        .map((name) => ({ name: cut(name.trim(), 120), role })),
    )
    .filter(({ name, role }) => name !== '' && !seen.has(name + role) && seen.add(name + role))
    .slice(0, 20);
}

function sourceOf(cells: Cells, { fields, defaults }: Mapping) {
  const url = cell(cells, fields.url).split(/[\s;]/)[0]!;
  return {
    title: cut(filled(fields.sourceTitle, cells) || defaults.sourceTitle, 300),
    publisher: cut(filled(fields.publisher, cells) || defaults.publisher, 200) || null,
    url:
      /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url) && url.length <= 2000 ? url : defaults.url || null,
    publishedOn: readDay(cell(cells, fields.publishedOn), 'dmy'),
    licence: defaults.licence || null,
  };
}

const tagsOf = (text: string): string[] =>
  [
    ...new Set(
      text.split(/[;,|]/).map((tag) =>
        tag
          .trim()
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-+|-+$/g, '')
          .slice(0, 40),
      ),
    ),
  ]
    .filter((tag) => /^[a-z0-9]/.test(tag))
    .slice(0, 20);

/** An identifier made of what the row says, for files that have none: the same row has the same one. */
const fingerprint = (cells: Cells): string =>
  createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 24);

/** A name in the address that the same event of the same set always gets. */
export const slugOf = (set: string, id: string): string => {
  const plain = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // Two identifiers may look alike without their signs.
  const mark =
    plain === id.toLowerCase() ? '' : `-${createHash('sha256').update(id).digest('hex').slice(0, 6)}`;
  return `${set}-${plain.slice(0, 70 - set.length) || 'event'}${mark}`
    .replaceAll(/-+/g, '-')
    .slice(0, 80)
    .replace(/-$/, '');
};

const idOf = (cells: Cells, { fields }: Mapping): string =>
  cell(cells, fields.externalId).slice(0, 120) || fingerprint(cells);

/** What the rule and the row's own columns say that the event is. */
function kindOf(cells: Cells, { fields, defaults }: Mapping, rule: Rule | null) {
  const types = codesOf(cell(cells, fields.type), eventTypes);
  const strands = codesOf(cell(cells, fields.pillars), pillars);
  const sure = codesOf(cell(cells, fields.confidence), confidences);
  return {
    type: rule?.type ?? types[0] ?? defaults.type,
    pillars: rule && rule.pillars.length > 0 ? rule.pillars : strands.length > 0 ? strands : defaults.pillars,
    confidence: rule?.confidence ?? sure[0] ?? defaults.confidence,
  };
}

/** Whether a row is tags of the Humanitarian Exchange Language, as HDX puts them below the header. */
const isHxl = (cells: Cells): boolean => {
  const filledIn = Object.values(cells).filter((value) => value.trim() !== '');
  return filledIn.length > 0 && filledIn.every((value) => value.trim().startsWith('#'));
};

/** All of an event but its date and place, which are known already. */
function draftOf(cells: Cells, mapping: Mapping, id: string, region: string) {
  const { fields, defaults } = mapping;
  const kind = kindOf(cells, mapping, ruleFor(cells, mapping.rules));
  const title = filled(fields.title, cells) || `${labelOf(typeTerms, kind.type)}, ${placeName(region)}`;
  const { problems: _problems, ...numbers } = numbersOf(cells, mapping);
  return {
    ...kind,
    ...numbers,
    slug: slugOf(defaults.sourceSet, id),
    sourceSet: defaults.sourceSet,
    title: cut(title, 90),
    summary: cut(filled(fields.summary, cells) || title, 1000),
    region,
    locality: cut(filled(fields.locality, cells), 120),
    origin: readPlaceCode(cell(cells, fields.origin)),
    actors: actorsOf(cells, mapping),
    sources: [sourceOf(cells, mapping)],
    externalIds: [{ scheme: defaults.sourceSet, value: id }],
    tags: tagsOf(cell(cells, fields.tags)),
  };
}

/** A row that stands for one event, as that event; or every reason why it is none. */
export function outcomeOfRow({ row, cells }: SourceRow, mapping: Mapping): Outcome {
  const rejected = (problems: CellProblem[]): Outcome => ({ kind: 'rejected', row, problems, raw: cells });
  if (isHxl(cells)) return { kind: 'skipped', row, reason: 'Tags of the exchange language, no event' };
  const skip = ruleFor(cells, mapping.rules)?.skip;
  if (skip) return { kind: 'skipped', row, reason: skip };
  const [date, place] = [dateOf(cells, mapping), placeOf(cells, mapping.fields.place)];
  const problems = [date, place].flatMap((found) => ('problem' in found ? [found.problem] : []));
  problems.push(...numbersOf(cells, mapping).problems);
  if (problems.length > 0 || 'problem' in date || 'problem' in place) return rejected(problems);
  const id = idOf(cells, mapping);
  const read = eventSchema.safeParse({ ...draftOf(cells, mapping, id, place.value), ...date.value });
  if (!read.success)
    return rejected(
      read.error.issues.map(({ path, message }) => ({ column: path.join('.'), value: '', reason: message })),
    );
  const externalId = { scheme: mapping.defaults.sourceSet, value: id };
  return { kind: 'event', rows: [row], externalId, event: read.data, raw: cells };
}
