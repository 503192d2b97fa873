import { sourceCitation } from '../../citation';
import type { Cell } from '../../csv';
import { formatDay } from '../../days';
import type { EventSource } from '../../event';
import { plainColumns } from '../event-columns';
import type { EventPart, EventParts, ExportContext, ExportEvent } from '../export-event';
import type { FileColumn } from '../file-column';
import { fileCitation, licenceLines, pageUrl, stateWords } from '../file-words';
import { formatCount } from '../../numbers';
import { MOST_CHARACTERS, MOST_ROWS } from './sheet-xml';
import { credibilities, measures, reliabilities, roles } from '../../vocabulary';

type PartColumn<Part> = FileColumn<[part: Part, event: EventParts, context: ExportContext]>;

const slug: PartColumn<unknown> = {
  name: 'slug',
  type: 'text',
  definition: 'The event to which the row belongs, as on the sheet of events.',
  cell: (_, event) => event.slug,
};

const sourceField = (
  name: string,
  key: keyof EventSource,
  type: PartColumn<EventSource>['type'],
  definition: string,
  values?: readonly string[],
): PartColumn<EventSource> => ({
  name,
  type,
  definition,
  ...(values && { values }),
  cell: (source) => source[key],
});

/** A row a source of an event. */
export const sourceColumns: readonly PartColumn<EventSource>[] = [
  slug,
  sourceField('title', 'title', 'text', 'Title of the source.'),
  sourceField('author', 'author', 'text', 'Who wrote it.'),
  sourceField('publisher', 'publisher', 'text', 'Who published it.'),
  sourceField('published_on', 'publishedOn', 'date', 'When it was published.'),
  sourceField('url', 'url', 'text', 'Where it is.'),
  sourceField('archive_url', 'archiveUrl', 'text', 'Where a copy is kept.'),
  sourceField('accessed_on', 'accessedOn', 'date', 'When it was read.'),
  sourceField('article', 'article', 'code', 'The article through which it is known.'),
  sourceField('page', 'page', 'text', 'Page in that article.'),
  sourceField('paragraph', 'paragraph', 'number', 'Paragraph in that article.'),
  sourceField('footnote', 'footnote', 'number', 'Footnote in that article.'),
  sourceField('quotation', 'quotation', 'text', 'Its words, where its terms allow that.'),
  sourceField(
    'reliability',
    'reliability',
    'code',
    'Reliability of the source, Admiralty system.',
    reliabilities,
  ),
  sourceField(
    'credibility',
    'credibility',
    'code',
    'Credibility of the information, Admiralty system.',
    credibilities,
  ),
  sourceField('licence', 'licence', 'text', 'On whose terms it may be used.'),
  {
    name: 'citation',
    type: 'text',
    definition: 'The source as one would cite it, with the place in it.',
    cell: (source, _, { articles }) => sourceCitation(source, articles.get(source.article ?? '') ?? null),
  },
];

type Actor = ExportEvent['actors'][number];
type Measure = ExportEvent['measures'][number];

/** A row an actor of an event. */
export const actorColumns: readonly PartColumn<Actor>[] = [
  slug,
  { name: 'name', type: 'text', definition: 'Who took part.', cell: ({ name }) => name },
  { name: 'role', type: 'code', definition: 'How.', values: roles, cell: ({ role }) => role },
];

/** A row a number that a source gives for an event. */
export const measureColumns: readonly PartColumn<Measure>[] = [
  slug,
  {
    name: 'measure',
    type: 'code',
    definition: 'What is counted.',
    values: measures,
    cell: ({ measure }) => measure,
  },
  { name: 'value', type: 'number', definition: 'The number.', cell: ({ value }) => value },
  { name: 'unit', type: 'text', definition: 'Its unit.', cell: ({ unit }) => unit },
];

/** A sheet of a workbook that holds data: its columns, the parts of an event that are in its cells, and its rows of one. */
interface DataSheet<Row> {
  name: string;
  columns: readonly Pick<FileColumn<never>, 'name' | 'type' | 'definition' | 'values'>[];
  parts: readonly EventPart[];
  cells(event: Row, context: ExportContext): Cell[][];
}

/** A row an event. */
export const eventSheet: DataSheet<ExportEvent> = {
  name: 'Events',
  columns: plainColumns,
  parts: ['measures', 'externalIds', 'links'],
  cells: (event, context) => [plainColumns.map(({ cell }) => cell(event, context))],
};

/** Rows of what an event has several of. */
export const partSheets: readonly DataSheet<EventParts>[] = [
  {
    name: 'Sources',
    columns: sourceColumns,
    parts: ['sources'],
    cells: (event, context) =>
      event.sources.map((one) => sourceColumns.map(({ cell }) => cell(one, event, context))),
  },
  {
    name: 'Actors',
    columns: actorColumns,
    parts: ['actors'],
    cells: (event, context) =>
      event.actors.map((one) => actorColumns.map(({ cell }) => cell(one, event, context))),
  },
  {
    name: 'Measures',
    columns: measureColumns,
    parts: ['measures'],
    cells: (event, context) =>
      event.measures.map((one) => measureColumns.map(({ cell }) => cell(one, event, context))),
  },
];

/** Every sheet that holds data, as its dictionary tells it; the events are gone through once for each. */
export const dataSheets: readonly Pick<DataSheet<never>, 'name' | 'columns'>[] = [eventSheet, ...partSheets];

/** What the cover says: one thing and its value a row. */
export function coverRows(context: ExportContext): Cell[][] {
  return [
    ['Marking', context.marking],
    [
      'What it holds',
      'Events of Pillarwatch, each dated, placed, tagged by Contest pillar and tied to its sources',
    ],
    ['Filters', context.filterWords],
    ['Events', context.total],
    ['State of the record', stateWords(context)],
    ['Made on', formatDay(context.madeOn)],
    ['The same view', pageUrl(context)],
    ['How to cite', fileCitation(context)],
    ...licenceLines(context).map((line) => ['Licence', line]),
    [
      'Sheets',
      'Events has a row an event; Sources, Actors and Measures have a row each, with the slug of their event; Columns says what every column holds',
    ],
    [
      'Dates',
      'Starts_on and ends_on are the first and last day on which it can have happened; days before March 1900 are text, since Excel has no number for them',
    ],
    [
      'More than fits',
      `A sheet of Excel holds ${formatCount(MOST_ROWS)} rows beside its header, and a cell ${formatCount(MOST_CHARACTERS)} characters: what is more goes on on the next sheet (Events 2), a longer text ends with …`,
    ],
    ['Empty cells', 'The source does not say'],
  ];
}
