import { sourceCitation } from '../citation';
import { measures as measureCodes, roles } from '../vocabulary';
import { joinList } from './cell-list';
import type { ExportContext, ExportEvent } from './export-event';
import type { FileColumn } from './file-column';

/** A column of a row that is an event. */
export type EventColumn = FileColumn<[event: ExportEvent, context: ExportContext]>;

/** What the source does not give is left out, so that a cell of sources stays short. */
const known = (source: object): object =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));

/** What stands on a sheet of its own in a workbook, and in one cell each of a CSV file. */
export const partColumns: readonly EventColumn[] = [
  {
    name: 'actors',
    type: 'list',
    definition: 'Who took part: name and role in brackets, parted by “; ”.',
    values: roles,
    cell: ({ actors }) => joinList(actors.map(({ name, role }) => `${name} (${role})`)) || null,
  },
  {
    name: 'measures',
    type: 'list',
    definition:
      'Numbers that the source gives: what is counted, an equals sign, value and unit, parted by “; ”.',
    values: measureCodes,
    cell: ({ measures }) =>
      joinList(measures.map(({ measure, value, unit }) => `${measure}=${value} ${unit}`)) || null,
  },
  {
    name: 'citations',
    type: 'list',
    definition: 'The sources as one would cite them, with the place in each, parted by “ | ”.',
    cell: ({ sources }, { articles }) =>
      sources.map((source) => sourceCitation(source, articles.get(source.article ?? '') ?? null)).join(' | '),
  },
  {
    name: 'sources',
    type: 'json',
    definition:
      'The same sources field by field, as a JSON list: title, author, publisher, url, archiveUrl, publishedOn, accessedOn, article, page, paragraph, footnote, quotation, reliability (A to F), credibility (1 to 6), licence. What is not known is left out.',
    cell: ({ sources }) => JSON.stringify(sources.map(known)),
  },
];
