import { statSync } from 'node:fs';
import postgres from 'postgres';
import { openDatabase, type Database } from '@/db/client';
import { createImport, planImport, readImport } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { migrate } from '@/db/migrate';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { ensureSourceSet } from '@/db/source-sets';
import { presetMapping, presets } from '@/lib/import/presets';
import { lookAt } from '@/lib/import/plan-file';
import { readOutcomes } from '@/lib/import/read-outcomes';
import { acledFile } from '../data/acled-file';
import type { Bench } from '../run/bench';
import { duration, figure, printTable, times } from '../run/table';

const ROWS = 200_000;
/** What an import writes of the record, in an order in which each finds what it points to. */
const tables = [
  'events',
  'event_search',
  'event_actors',
  'event_measures',
  'event_sources',
  'event_external_ids',
  'event_changes',
];
const acled = presets.find(({ key }) => key === 'acled')!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A migrated database of its own on the bench's server, with places and the set, dropped afterwards. */
async function withDatabase<T>(
  base: string,
  name: string,
  work: (db: Database, url: string) => Promise<T>,
): Promise<T> {
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`create database ${name}`);
  const url = Object.assign(new URL(base), { pathname: `/${name}` }).href;
  await migrate(url);
  const { db, close } = openDatabase(url, 2);
  try {
    await syncReferenceTables(db);
    await ensureSourceSet(db, acled.set);
    return await work(db, url);
  } finally {
    await close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  }
}

interface Took {
  check: number;
  apply: number;
  again: number;
  /** Of Node in MB, at its highest. */
  memory: number;
}

/** The file through the whole import, and once more when all is in. */
async function importFile(db: Database, url: string, file: string): Promise<Took> {
  const mapping = presetMapping(acled, (await lookAt(file)).columns);
  const bytes = statSync(file).size;
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 200);
  const check = async (): Promise<number> => {
    const id = await createImport(db, { fileName: 'acled.csv', storedAs: null, bytes, sha256: '', by: null });
    await planImport(db, id, { mapping, sourceSet: acled.set.key, newStatus: 'published' });
    await runJob(db, url, id, { kind: 'check', open: () => readOutcomes(file, mapping) });
    return id;
  };
  let id = 0;
  const first = await timed(async () => (id = await check()));
  const apply = await timed(() => runJob(db, url, id, { kind: 'apply', by: null }));
  const { counts } = (await readImport(db, id))!;
  if (counts?.events.new !== ROWS)
    throw new Error(`Only ${counts?.events.new} of ${ROWS} events were written.`);
  const again = await timed(check);
  clearInterval(watch);
  return { check: first, apply, again, memory: memory / 1_000_000 };
}

/** Copies all rows of one database into the empty tables of another, with all their indexes, in one transaction. */
async function copyAll(from: Database, to: Database): Promise<number> {
  const held: { table: string; parts: Buffer[] }[] = [];
  for (const table of tables) {
    const parts: Buffer[] = [];
    for await (const part of await from.$client.unsafe(`copy ${table} to stdout (format binary)`).readable())
      parts.push(part as Buffer);
    held.push({ table, parts });
  }
  return timed(() =>
    to.$client.begin(async (tx) => {
      for (const { table, parts } of held) {
        const into = await tx.unsafe(`copy ${table} from stdin (format binary)`).writable();
        for (const part of parts)
          if (!into.write(part)) await new Promise((resolve) => into.once('drain', resolve));
        await new Promise<void>((resolve, reject) => into.once('error', reject).end(resolve));
      }
    }),
  );
}

/** An import of 200,000 rows beside plain COPY of the rows that it makes into the same tables. */
export async function importing({ data, databaseUrl, say }: Bench): Promise<void> {
  const base = await databaseUrl();
  const file = await acledFile(data.folder, ROWS);
  say('Importing …');
  const { took, copy } = await withDatabase(base, 'bench_import', async (db, url) => {
    const result = await importFile(db, url, file);
    say('Copying …');
    return { took: result, copy: await withDatabase(base, 'bench_copy', (empty) => copyAll(db, empty)) };
  });
  const row = (what: string, ms: number): string[] => [
    what,
    duration(ms),
    times(ms, copy),
    figure(ROWS / (ms / 1000)),
  ];
  printTable(
    `Import: ${ROWS.toLocaleString('en-GB')} rows of a made ACLED file; × COPY; Node took ${figure(took.memory)} MB at most`,
    ['what', 'time', '× COPY', 'events a second'],
    [
      row('plain COPY (binary) into the same tables, indexes and keys on', copy),
      row('check: read, map, stage, compare', took.check),
      row('apply: compare again and write, one transaction', took.apply),
      row('both', took.check + took.apply),
      row('the same file again: nothing to write', took.again),
    ],
  );
}
