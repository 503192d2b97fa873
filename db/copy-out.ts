import type { Database } from './client';

/** "PGCOPY\n\377\r\n\0", a word of flags, and the length of an extension that no server writes. */
const HEADER = 19;

/** A row as it lies in the buffer: the value of column i is at starts[i], and lengths[i] bytes long; -1 for null. */
export interface CopiedRow {
  bytes: Buffer;
  starts: Int32Array;
  lengths: Int32Array;
}

/** Finds the columns of the row that begins at `at`; returns where the next row begins, or -1 where it is cut off. */
function findColumns(row: CopiedRow, at: number): number {
  const { bytes, starts, lengths } = row;
  let next = at + 2;
  for (let column = 0; column < starts.length; column++) {
    if (next + 4 > bytes.length) return -1;
    const length = bytes.readInt32BE(next);
    starts[column] = next + 4;
    lengths[column] = length;
    next += 4 + Math.max(0, length);
  }
  return next > bytes.length ? -1 : next;
}

/**
 * Reads the rows of a query by COPY in its binary form (PostgreSQL, "COPY", binary format): several times as fast as
 * rows of text, in constant memory. `visit` is called for each row, which is valid during the call only. The query takes
 * no parameters: nothing that anybody typed may be put into it.
 */
export async function copyOut(
  db: Database,
  query: string,
  columns: number,
  visit: (row: CopiedRow) => void,
): Promise<void> {
  const connection = await db.$client.reserve();
  try {
    const stream = await connection.unsafe(`copy (${query}) to stdout (format binary)`).readable();
    await visitRows(stream as AsyncIterable<Buffer>, columns, visit);
    // Where the last rows and the end come in one piece, the driver leaves its socket paused, and whatever is asked on
    // it next would never be answered (porsager/postgres#1016): asking for more wakes it.
    stream._read(0); // oxlint-disable-line no-underscore-dangle -- what Node calls it for those who make streams
  } finally {
    connection.release();
  }
}

async function visitRows(
  stream: AsyncIterable<Buffer>,
  columns: number,
  visit: (row: CopiedRow) => void,
): Promise<void> {
  const row: CopiedRow = {
    bytes: Buffer.alloc(0),
    starts: new Int32Array(columns),
    lengths: new Int32Array(columns),
  };
  let header = true;
  for await (const chunk of stream) {
    row.bytes = row.bytes.length > 0 ? Buffer.concat([row.bytes, chunk]) : chunk;
    if (header && row.bytes.length < HEADER) continue;
    let at = header ? HEADER : 0;
    header = false;
    // A row begins with the number of its columns; -1 ends the file.
    while (at + 2 <= row.bytes.length && row.bytes.readInt16BE(at) !== -1) {
      const next = findColumns(row, at);
      if (next === -1) break;
      visit(row);
      at = next;
    }
    row.bytes = row.bytes.subarray(at);
  }
}
