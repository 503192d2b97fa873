import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import * as schema from '@/db/schema';
import { seedDatabase } from '@/db/seed/seed';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { startServer, type Server } from '@/db/server';
import { makeEvents } from './columns';
import { copyEvents } from './copy';
import { madeSets } from './made-sets';

type Say = (line: string) => void;

/** Room for the table and all its indexes at ten million events. */
const COUNTING_SETTINGS = { shared_buffers: '4GB', max_parallel_workers: '4', effective_cache_size: '12GB' };

export interface DataSet {
  size: number;
  seed: number;
  /** Folder of all data sets of the bench. */
  folder: string;
}

const folderOf = ({ size, seed, folder }: DataSet): string => path.resolve(folder, `${size}-${seed}`);

/** Changes with everything that the data are made of, so that an old database is never measured. */
function recipe(): string {
  const hash = createHash('sha256');
  for (const folder of ['drizzle', 'tests/bench/data'])
    for (const file of readdirSync(folder).sort())
      if (/\.(sql|ts)$/.test(file)) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}

/** Our search vectors must be those that the product writes. */
async function assertVectors(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ same: number; all: number }[]>`
    select count(*)::int as all, count(*) filter (where words =
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', summary), 'B')
      || setweight(to_tsvector('english', concat_ws(' ', locality, (
           select string_agg(name, ' ' order by position) from event_actors where event_id = id))), 'C'))::int as same
    from events join event_search on event_id = id where id % 97 = 0 and id < 100000`;
  await sql.end();
  if (row!.same !== row!.all)
    throw new Error(`Only ${row!.same} of ${row!.all} search vectors are as the product writes them.`);
}

async function fill(url: string, { size, seed }: DataSet): Promise<void> {
  await migrate(url);
  const { db, close } = openDatabase(url, 2);
  try {
    await syncReferenceTables(db);
    await db.insert(schema.sourceSets).values([...madeSets]);
    await copyEvents(url, makeEvents(size, seed), seed);
    // As the product does at its start: nothing is left for it to do then.
    await seedDatabase(db);
  } finally {
    await close();
  }
  await assertVectors(url);
}

/** Runs the work on the folder's server where the folder was not made by this recipe; without waits for the disk. */
async function makeOnce(
  dataDir: string,
  what: string,
  say: Say,
  work: (server: Server) => Promise<void>,
): Promise<void> {
  const mark = path.join(dataDir, 'made');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === recipe()) return;
  const before = performance.now();
  say(`Making ${what} in ${dataDir} …`);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  // Where we are root, the server's own user must get through.
  chmodSync(dataDir, 0o755);
  const server = await startServer({ dataDir, say, durable: false });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
  writeFileSync(mark, recipe());
  say(`Made in ${((performance.now() - before) / 1000).toFixed(0)} s.`);
}

/**
 * Starts the server of the data set, with the settings that the product gives it, and makes the data first where they are
 * missing or were made by another recipe.
 */
export async function startData(data: DataSet, say: Say): Promise<Server> {
  const dataDir = folderOf(data);
  await makeOnce(dataDir, `${data.size.toLocaleString('en-GB')} events`, say, ({ url }) => fill(url, data));
  return startServer({ dataDir, say });
}

/** Starts a server for the counting engines alone, whose memory is set for the best that SQL can do here. */
export async function startCounting({ size, seed, folder }: DataSet, say: Say): Promise<Server> {
  const dataDir = path.resolve(folder, `counting-${size}-${seed}`);
  await makeOnce(dataDir, 'the server for counting', say, async ({ url }) => {
    const sql = postgres(url, { max: 1 });
    for (const [name, value] of Object.entries(COUNTING_SETTINGS))
      await sql.unsafe(`alter system set ${name} = '${value}'`);
    await sql.end();
  });
  return startServer({ dataDir, say, durable: false });
}
