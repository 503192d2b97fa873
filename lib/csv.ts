/** A cell's value; null is an empty cell. */
export type Cell = string | number | null;

/** A table with one header row. */
export interface Sheet {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/**
 * What a spreadsheet would run as a formula, or pull out of its cell: OWASP, "CSV injection", with the wide forms; after
 * apostrophes too, so that one can be taken away again wherever one was put.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** Without it Excel misreads accents. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One cell of RFC 4180. Text that would run as a formula gets an apostrophe before it; numbers keep their sign. */
function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell as it was before csvCell disarmed it. */
export function rearmed(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** One line of CSV by RFC 4180, with its end. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/** The first line of a file: the names of the columns. */
export function csvHead(header: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(header);
}

/** A table as a CSV file by RFC 4180, in UTF-8 with a byte order mark. */
export function csvOf({ header, rows }: Sheet): string {
  return csvHead(header) + rows.map(csvLine).join('');
}
