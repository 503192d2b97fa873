/** A row as cells stand in it, and where that is in the file. */
export interface CellRow {
  row: number;
  values: string[];
}

/** More lines above a table are a text. */
const MOST_ABOVE = 10;
/** A row below a title is a header where so many of its cells are filled. */
const WIDE = 3;

const filled = ({ values }: CellRow): string[] => values.filter((value) => value.trim() !== '');

/**
 * How many rows stand above the header: official tables have a title there, and notes, each in one cell. They are passed over
 * only where a row of three filled cells or more comes next; otherwise the first row is the header, whatever it holds.
 */
export function rowsAbove(rows: readonly CellRow[]): number {
  const header = rows.findIndex((row) => filled(row).length > 1);
  return header > 0 && header <= MOST_ABOVE && filled(rows[header]!).length >= WIDE ? header : 0;
}

/** The header of a table, what stands above it in words, and the rows below; null where there is no row at all. */
export async function tableHead(
  all: AsyncGenerator<CellRow>,
): Promise<{ head: CellRow; above: string[]; rows: AsyncGenerator<CellRow> } | null> {
  const first: CellRow[] = [];
  while (first.length <= MOST_ABOVE) {
    const next = await all.next();
    if (next.done) break;
    first.push(next.value);
    if (filled(next.value).length > 1) break;
  }
  const at = rowsAbove(first);
  const head = first[at];
  if (!head) return null;
  async function* rows(): AsyncGenerator<CellRow> {
    yield* first.slice(at + 1);
    yield* all;
  }
  return { head, above: first.slice(0, at).map((row) => filled(row)[0]!.trim()), rows: rows() };
}
