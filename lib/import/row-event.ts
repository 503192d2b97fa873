import { createHash } from 'node:crypto';
import type { DateSpan } from '@/lib/date-words';
import { eventSchema, type EventInput } from '@/lib/event';
import { placeName } from '@/lib/places';
import { confidences, eventTypes, labelOf, pillars, typeTerms } from '@/lib/vocabulary';
import { cell, cut, filled, readDay, readNumber, readPlaceCode } from './cells';
import type { Mapping, Rule } from './mapping';
import { problemIn, type CellProblem, type Found, type Outcome } from './outcome';
import { dateOf } from './row-date';
import { ruleFor } from './rule-for';
import type { SourceRow } from './source-row';
import { isSure } from './sure-event';

type Cells = Record<string, string>;
function placeOf(cells: Cells, columns: readonly string[]): Found<string> {
  for (const column of columns) {
    const text = cell(cells, column);
    const code = text === '' ? null : readPlaceCode(text);
    if (code) return { value: code };
  }
  const told = columns.find((column) => cell(cells, column) !== '') ?? columns[0] ?? '';
  return problemIn(
    cells,
    told,
    cell(cells, told) ? 'It is no place of the record’s list' : 'There is no place',
  );
}

function codesOf<T extends string>(text: string, codes: readonly T[]): T[] {
  if (text === '') return [];
  const parts = text.split(/[;,|]/).map((part) => part.trim().toLowerCase().replaceAll(/[ -]/g, '_'));
  return codes.filter((code) => parts.includes(code));
}

function numberOf(cells: Cells, column: string, mapping: Mapping): Found<number | null> {
  const value = readNumber(cell(cells, column), mapping);
  return Number.isNaN(value) ? problemIn(cells, column, 'It is no number') : { value };
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

/** Who took part; a rule may say that the columns' roles are others in events of its kind. */
function actorsOf(cells: Cells, { fields }: Mapping, rule: Rule | null): EventInput['actors'] {
  const seen = new Set<string>();
  return fields.actors
    .flatMap(({ column, role }, i) =>
      cell(cells, column)
        .split(';')
        .map((name) => ({ name: cut(name.trim(), 120), role: rule?.roles[i] ?? role })),
    )
    .filter(({ name, role }) => name !== '' && !seen.has(name + role) && seen.add(name + role))
    .slice(0, 20);
}

function sourceOf(cells: Cells, { fields, defaults }: Mapping): EventInput['sources'][number] {
  const url = cell(cells, fields.url).split(/[\s;]/)[0]!;
  return {
    title: cut(filled(fields.sourceTitle, cells) || defaults.sourceTitle, 300),
    publisher: cut(filled(fields.publisher, cells) || defaults.publisher, 200) || null,
    url:
      /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url) && url.length <= 2000 ? url : defaults.url || null,
    publishedOn: readDay(cell(cells, fields.publishedOn), 'dmy'),
    licence: defaults.licence.trim() || null,
    author: null,
    archiveUrl: null,
    accessedOn: null,
    article: null,
    page: null,
    paragraph: null,
    footnote: null,
    quotation: null,
    reliability: null,
    credibility: null,
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
  cell(cells, fields.externalId).slice(0, 120).trim() || fingerprint(cells);

/** What the rule and the row's own columns say that the event is. */
function kindOf(cells: Cells, { fields, defaults }: Mapping, rule: Rule | null) {
  const types = codesOf(cell(cells, fields.type), eventTypes);
  const strands = codesOf(cell(cells, fields.pillars), pillars);
  const sure = codesOf(cell(cells, fields.confidence), confidences);
  const chosen = [rule?.pillars ?? [], strands].find(({ length }) => length > 0) ?? defaults.pillars;
  return {
    type: rule?.type ?? types[0] ?? defaults.type,
    pillars: pillars.filter((one) => chosen.includes(one)),
    confidence: rule?.confidence ?? sure[0] ?? defaults.confidence,
  };
}

/** Whether a row is tags of the Humanitarian Exchange Language, as HDX puts them below the header. */
function isHxl(cells: Cells): boolean {
  let any = false;
  for (const column in cells) {
    const value = cells[column]!.trimStart();
    if (value === '') continue;
    if (!value.startsWith('#')) return false;
    any = true;
  }
  return any;
}

interface Known {
  id: string;
  rule: Rule | null;
  date: DateSpan;
  region: string;
  numbers: Pick<EventInput, 'latitude' | 'longitude' | 'measures'>;
}

/** The event of a row of which the date, the place and the numbers are read already. */
function draftOf(cells: Cells, mapping: Mapping, { id, rule, date, region, numbers }: Known): EventInput {
  const { fields, defaults } = mapping;
  const kind = kindOf(cells, mapping, rule);
  const title = filled(fields.title, cells) || `${labelOf(typeTerms, kind.type)}, ${placeName(region)}`;
  // One literal with every field: made of spreads it takes far longer, and a file has many rows.
  return {
    type: kind.type,
    pillars: kind.pillars,
    confidence: kind.confidence,
    latitude: numbers.latitude,
    longitude: numbers.longitude,
    measures: numbers.measures,
    startsOn: date.startsOn,
    endsOn: date.endsOn,
    precision: date.precision,
    slug: slugOf(defaults.sourceSet, id),
    sourceSet: defaults.sourceSet,
    title: cut(title, 90),
    summary: cut(filled(fields.summary, cells) || title, 1000),
    dateText: null,
    region,
    locality: cut(filled(fields.locality, cells), 120) || null,
    origin: readPlaceCode(cell(cells, fields.origin)),
    actors: actorsOf(cells, mapping, rule),
    marking: 'OFFICIAL',
    sources: [sourceOf(cells, mapping)],
    externalIds: [{ scheme: defaults.sourceSet, value: id }],
    tags: tagsOf(cell(cells, fields.tags)),
    links: [],
    status: 'published',
  };
}

/** Why the schema does not take the event, told by the file's own columns where one is to blame. */
function schemaProblems(draft: EventInput, cells: Cells, { fields }: Mapping): CellProblem[] {
  const issues = eventSchema.safeParse(draft).error?.issues ?? [];
  return issues.map(({ path, message }) => {
    const [field, at] = path;
    const column =
      field === 'latitude' || field === 'longitude'
        ? fields[field]
        : field === 'measures' && typeof at === 'number'
          ? (fields.measures[at]?.column ?? '')
          : path.join('.');
    return { column, value: cell(cells, column), reason: message };
  });
}

/** A row that stands for one event, as that event; or every reason why it is none. */
export function outcomeOfRow({ row, cells }: SourceRow, mapping: Mapping): Outcome {
  const rejected = (problems: CellProblem[]): Outcome => ({ kind: 'rejected', row, problems, raw: cells });
  if (isHxl(cells)) return { kind: 'skipped', row, reason: 'Tags of the exchange language, no event' };
  const rule = ruleFor(cells, mapping.rules);
  if (rule?.skip) return { kind: 'skipped', row, reason: rule.skip };
  const [date, place] = [dateOf(cells, mapping), placeOf(cells, mapping.fields.place)];
  const { problems: misread, ...numbers } = numbersOf(cells, mapping);
  const problems = [date, place].flatMap((found) => ('problem' in found ? [found.problem] : []));
  problems.push(...misread);
  if (problems.length > 0 || 'problem' in date || 'problem' in place) return rejected(problems);
  const id = idOf(cells, mapping);
  const event = draftOf(cells, mapping, { id, rule, date: date.value, region: place.value, numbers });
  if (!isSure(event)) {
    const found = schemaProblems(event, cells, mapping);
    if (found.length > 0) return rejected(found);
  }
  const externalId = { scheme: mapping.defaults.sourceSet, value: id };
  return { kind: 'event', rows: [row], externalId, event, raw: cells };
}
