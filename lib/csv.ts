/** A cell's value; null is an empty cell. */
export type Cell = string | number | null;

/**
 * One cell of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
 * injection); numbers of ours keep their sign.
 */
function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV by RFC 4180, with a header line and a byte order mark, without which Excel misreads accents. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
