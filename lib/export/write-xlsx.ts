import type { Cell } from '../csv';
import { describe, dictionaryHeader } from './dictionary';
import { eventsWith, partsOf, type EventWriter, type ExportContext, type ExportEvents } from './export-event';
import type { ColumnType } from './file-column';
import { coverRows, dataSheets, eventSheet, partSheets } from './xlsx/event-sheets';
import { RowSource } from './xlsx/row-source';
import type { SheetTable } from './xlsx/sheet-xml';
import { writeWorkbook } from './xlsx/write-workbook';

async function* these(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}

const text = (name: string): { name: string; type: ColumnType } => ({ name, type: 'text' });

async function* rowsOf<Row>(
  events: AsyncIterable<Row>,
  cells: (event: Row) => Cell[][],
): AsyncGenerator<Cell[]> {
  for await (const event of events) for (const row of cells(event)) yield row;
}

/** Cover, events, and what belongs to them, a sheet each: the events are gone through once a sheet, not held. */
function tablesOf(events: ExportEvents, context: ExportContext): SheetTable[] {
  const dictionary = dataSheets.flatMap(({ name, columns }) =>
    columns.map((column) => describe(name, column)),
  );
  return [
    { name: 'About', columns: [text('item'), text('value')], rows: new RowSource(these(coverRows(context))) },
    {
      ...eventSheet,
      rows: new RowSource(
        rowsOf(eventsWith(events, ...eventSheet.parts), (event) => eventSheet.cells(event, context)),
      ),
    },
    ...partSheets.map(({ name, columns, parts, cells }) => ({
      name,
      columns,
      rows: new RowSource(rowsOf(partsOf(events, ...parts), (event) => cells(event, context))),
    })),
    { name: 'Columns', columns: dictionaryHeader.map(text), rows: new RowSource(these(dictionary)) },
  ];
}

/** A workbook: cells of their own types, one header row a sheet, no cell merged; text is never a formula. */
export const writeXlsx: EventWriter = (events, context) =>
  writeWorkbook(tablesOf(events, context), { title: 'Pillarwatch: events', marking: context.marking });
