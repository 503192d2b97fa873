import type { Cell } from '../csv';
import { describe, dictionaryHeader } from './dictionary';
import {
  eventsWith,
  type EventWriter,
  type ExportContext,
  type ExportEvent,
  type ExportEvents,
} from './export-event';
import type { ColumnType } from './file-column';
import { coverRows, dataSheets } from './xlsx/event-sheets';
import { RowSource } from './xlsx/row-source';
import type { SheetTable } from './xlsx/sheet-xml';
import { writeWorkbook } from './xlsx/write-workbook';

async function* these(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}

const text = (name: string): { name: string; type: ColumnType } => ({ name, type: 'text' });

async function* rowsOf(
  events: AsyncIterable<ExportEvent>,
  cells: (event: ExportEvent) => Cell[][],
): AsyncGenerator<Cell[]> {
  for await (const event of events) yield* cells(event);
}

/** Cover, events, and what belongs to them, a sheet each: the events are gone through once a sheet, not held. */
function tablesOf(events: ExportEvents, context: ExportContext): SheetTable[] {
  const dictionary = dataSheets.flatMap(({ name, columns }) =>
    columns.map((column) => describe(name, column)),
  );
  return [
    { name: 'About', columns: [text('item'), text('value')], rows: new RowSource(these(coverRows(context))) },
    ...dataSheets.map(({ name, columns, parts, cells }) => ({
      name,
      columns,
      rows: new RowSource(rowsOf(eventsWith(events, ...parts), (event) => cells(event, context))),
    })),
    { name: 'Columns', columns: dictionaryHeader.map(text), rows: new RowSource(these(dictionary)) },
  ];
}

/** A workbook: cells of their own types, one header row a sheet, no cell merged; text is never a formula. */
export const writeXlsx: EventWriter = (events, context) =>
  writeWorkbook(tablesOf(events, context), { title: 'Pillarwatch: events', marking: context.marking });
