/** A number in at most three figures that say something: 0.412, 4.12, 41.2, 412. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const digits = Math.max(0, Math.min(3, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Milliseconds in the unit in which people read them. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms)) return '-';
  if (ms < 1) return `${figure(ms * 1000)} µs`;
  return ms < 10_000 ? `${figure(ms)} ms` : `${figure(ms / 1000)} s`;
}

/** How many times as much (or as long) as the baseline: "31 ×". */
export const times = (value: number, baseline: number): string => `${figure(value / baseline)} ×`;

/** Prints a table as Markdown, so that docs/performance.md holds it as it was printed. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, c) => Math.max(name.length, ...rows.map((row) => row[c]!.length)));
  const cell = (text: string, c: number): string =>
    c === 0 ? text.padEnd(widths[c]!) : text.padStart(widths[c]!);
  const line = (row: readonly string[]): string => `| ${row.map(cell).join(' | ')} |`;
  const rule = widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  console.log(`\n**${title}**\n`);
  console.log([line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n'));
}

/** The first line of what went wrong, short enough for a cell or a line. */
export const problemOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
