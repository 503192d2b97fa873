import { once } from 'node:events';
import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { acledFile } from '../data/acled-file';
import type { ImportTook } from '../import-process';
import type { Bench } from '../run/bench';
import { importFile, onServer, withDatabase } from '../run/import-run';
import { duration, figure, printTable, times } from '../run/table';

/** Constant memory shows where ten times the rows take no more. The last one is set beside COPY. */
const SIZES = [20_000, 200_000];
/** What an import writes, in an order in which each finds what it points to. */
const tables = [
  'imports',
  'events',
  'event_search',
  'event_actors',
  'event_measures',
  'event_sources',
  'event_external_ids',
  'event_changes',
  'import_events',
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function countAll(sql: Sql): Promise<number[]> {
  const counts = await Promise.all(
    tables.map((table) => sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`)),
  );
  return counts.map(([row]) => row!.n);
}

/** Everything that COPY TO gives, held so that reading it is no part of the measure. */
async function dumped(url: string): Promise<{ table: string; parts: Buffer[] }[]> {
  const held: { table: string; parts: Buffer[] }[] = [];
  for (const table of tables) {
    // A connection for each: postgres.js may leave one paused after COPY TO (db/copy-out.ts).
    const from = postgres(url, { max: 1, onnotice: () => {} });
    const parts: Buffer[] = [];
    for await (const part of await from.unsafe(`copy ${table} to stdout`).readable())
      parts.push(part as Buffer);
    held.push({ table, parts });
    await from.end({ timeout: 0 });
  }
  return held;
}

/** Copies all rows of one database into the empty tables of another, with all their keys and indexes, in one transaction. */
async function copyAll(from: string, to: string): Promise<number> {
  const [source, target] = [from, to].map((url) => postgres(url, { max: 1, onnotice: () => {} })) as [
    Sql,
    Sql,
  ];
  try {
    const held = await dumped(from);
    const ms = await timed(() =>
      target.begin(async (tx) => {
        for (const { table, parts } of held) {
          const into = await tx.unsafe(`copy ${table} from stdin`).writable();
          for (const part of parts) if (!into.write(part)) await once(into, 'drain');
          await new Promise<void>((resolve, reject) => into.once('error', reject).end(resolve));
        }
      }),
    );
    const [written, copied] = [await countAll(source), await countAll(target)];
    if (!isDeepStrictEqual(written, copied))
      throw new Error(`COPY wrote ${copied.join(', ')} rows, the import ${written.join(', ')}.`);
    return ms;
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

interface Run {
  rows: number;
  bytes: number;
  took: ImportTook;
  copy: number;
}

async function run(base: string, folder: string, rows: number): Promise<Run> {
  const file = await acledFile(folder, rows);
  return withDatabase(base, 'bench_import', async (url) => {
    const took = await importFile(file, url);
    if (took.written !== rows) throw new Error(`Only ${took.written} of ${rows} events were written.`);
    const copy = await withDatabase(base, 'bench_copy', (empty) => copyAll(url, empty));
    return { rows, bytes: statSync(file).size, took, copy };
  });
}

function print(runs: readonly Run[]): void {
  const { rows, bytes, took, copy } = runs.at(-1)!;
  const row = (what: string, ms: number): string[] => [
    what,
    duration(ms),
    times(ms, copy),
    figure(rows / (ms / 1000)),
    figure(bytes / 1000 / ms),
  ];
  printTable(
    `Import: ${rows.toLocaleString('en-GB')} rows of a made ACLED file, ${figure(bytes / 1e6)} MB; × COPY`,
    ['what', 'time', '× COPY', 'events a second', 'MB a second'],
    [
      row('plain COPY into the same tables, indexes and keys on', copy),
      row('check: read, map, stage, compare', took.check),
      row('apply: compare again and write, one transaction', took.apply),
      row('both', took.check + took.apply),
      row('the same file again: nothing to write', took.again),
    ],
  );
  printTable(
    'Import: memory of its process',
    ['rows', 'file', 'before', 'most', 'both ÷ COPY'],
    runs.map((one) => [
      one.rows.toLocaleString('en-GB'),
      `${figure(one.bytes / 1e6)} MB`,
      `${figure(one.took.before)} MB`,
      `${figure(one.took.peak)} MB`,
      times(one.took.check + one.took.apply, one.copy),
    ]),
  );
}

/** Imports of made files beside plain COPY of the rows that they make into the same tables, on a server of its own. */
export async function importing({ data, say }: Bench): Promise<void> {
  const runs: Run[] = [];
  await onServer(data.folder, say, async (base) => {
    for (const rows of SIZES) {
      say(`Importing ${rows} rows …`);
      runs.push(await run(base, data.folder, rows));
    }
  });
  print(runs);
}
