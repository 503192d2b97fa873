import type { Cell } from '../../csv';
import { dayNumber, isDay } from '../../days';
import type { ColumnType } from '../file-column';
import { NOT_XML, xmlText } from '../xml';
import type { RowSource } from './row-source';

/** A table on a sheet: one header row, and rows with a cell for each column. */
export interface SheetTable {
  /** At most 31 characters; also the name of the table. */
  name: string;
  columns: readonly { name: string; type: ColumnType }[];
  rows: RowSource;
}

/** Excel's own limits. */
export const MOST_ROWS = 1_048_575; // beside the header
export const MOST_CHARACTERS = 32_767;
/** Rows in one piece of text, so that each costs little on its way into the file. */
const PIECE = 200;

/** Numbers of the formats in the workbook's styles. */
const STYLES: Partial<Record<ColumnType, number>> = { date: 1, instant: 2 };
const HEADER_STYLE = 3;

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const code = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
/** What sheetText changes, or may: most text holds none of it, and is asked once. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const NOT_PLAIN = /[&<>"_\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** ECMA-376, ST_Xstring: what XML cannot hold as _xHHHH_, and what looks like that with its underscore so written. */
function sheetText(text: string): string {
  if (text.length <= MOST_CHARACTERS && !NOT_PLAIN.test(text)) return text;
  const cut =
    text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1).replace(/\p{Cs}$/u, '')}…` : text;
  return xmlText(
    cut
      .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll(NOT_XML, code)
      .replaceAll('\r', code),
  );
}

/** 1 January 1900 is day 1, and Excel counts a 29 February 1900 that never was: earlier days than March have no number. */
const FIRST_DAY = dayNumber('1900-03-01');
const DAY_ZERO = dayNumber('1899-12-30');

function serial(type: ColumnType, text: string): number | null {
  const number = isDay(text.slice(0, 10)) ? dayNumber(text.slice(0, 10)) : null;
  if (number === null || number < FIRST_DAY) return null;
  if (type === 'date') return number - DAY_ZERO;
  return Date.parse(text) / 86_400_000 - DAY_ZERO;
}

/** A column where it stands. */
interface Placed {
  letters: string;
  type: ColumnType;
}

/** A cell of the type of its column; text is text whatever it begins with, so that no formula can come of it. */
function cellXml(reference: string, value: Cell, type: ColumnType): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  const style = STYLES[type];
  const number = style === undefined ? null : serial(type, value);
  if (number !== null) return `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${sheetText(value)}</t></is></c>`;
}

function rowXml(cells: readonly Cell[], row: number, columns: readonly Placed[]): string {
  let xml = `<row r="${row}">`;
  for (const [i, { letters, type }] of columns.entries()) xml += cellXml(`${letters}${row}`, cells[i]!, type);
  return `${xml}</row>`;
}

const WIDTHS: Record<ColumnType, number> = {
  text: 32,
  list: 32,
  json: 32,
  code: 14,
  number: 11,
  date: 13,
  instant: 19,
};

function headXml(columns: SheetTable['columns']): string {
  const cols = columns.map(
    ({ type }, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[type]}" customWidth="1"/>`,
  );
  const header = columns.map(
    ({ name }, i) =>
      `<c r="${columnName(i)}1" s="${HEADER_STYLE}" t="inlineStr"><is><t>${sheetText(name)}</t></is></c>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`;
}

/** After the rows: the marking on every printed page, and the table that the rows are. */
function footXml(marking: string, hasTable: boolean): string {
  const mark = xmlText(marking.replaceAll('&', '&&'));
  return `</sheetData><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddHeader>&amp;C${mark}</oddHeader><oddFooter>&amp;C${mark}&amp;R&amp;P</oddFooter></headerFooter>${hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
}

/**
 * One sheet, as far as the rows reach, or `most` of them: what is left in `table.rows` belongs on another. `done` is told
 * how many rows are on it beside the header.
 */
export async function* sheetXml(
  { columns, rows }: SheetTable,
  marking: string,
  most: number,
  done: (rows: number) => void,
): AsyncGenerator<string> {
  const placed = columns.map(({ type }, i): Placed => ({ letters: columnName(i), type }));
  yield headXml(columns);
  let count = 0;
  let piece = '';
  for (let row = await rows.peek(); row !== null && count < most; row = await rows.peek()) {
    rows.take();
    count += 1;
    piece += rowXml(row, count + 1, placed);
    if (count % PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  done(count);
  yield piece + footXml(marking, count > 0);
}
