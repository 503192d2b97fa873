import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eq, sql } from 'drizzle-orm';
import type { Outcome } from '@/lib/import/outcome';
import type { SkippedRows } from '@/lib/import/import-counts';
import type { Database } from '../client';
import { articles } from '../schema';
import { importRejects, imports, importVerdicts } from '../schema-import';
import { Intake } from './intake';

/** What a file holds, once it was read to its end. */
export interface ReadFile {
  rows: number;
  events: number;
  rejected: number;
  skipped: SkippedRows[];
}

export interface StageOptions {
  id: number;
  /** The set that the events go to. */
  set: string;
  /** The outcomes of the rows, in the order of the file. */
  outcomes: AsyncIterable<Outcome>;
  /** Told now and then how many rows were read; throws to stop. */
  progress?: (rows: number) => Promise<void>;
}

/** Lines go to the server in pieces of about this many characters. */
const PIECE = 256 * 1024;
const TICK_MS = 500;

/** Empties what an earlier run has staged, since COPY only adds. */
async function clear(db: Database, id: number): Promise<void> {
  await db.execute(sql`delete from import_staging where import_id = ${id}`);
  await db.delete(importVerdicts).where(eq(importVerdicts.importId, id));
  await db.delete(importRejects).where(eq(importRejects.importId, id));
}

/** Articles that events may name. */
async function readArticles(db: Database): Promise<Set<string>> {
  const found = await db.select({ key: articles.key }).from(articles);
  return new Set(found.map(({ key }) => key));
}

async function* pieces(intake: Intake, { outcomes, progress }: StageOptions): AsyncGenerator<string> {
  let piece = '';
  let told = Date.now();
  for await (const outcome of outcomes) {
    piece += await intake.take(outcome);
    if (Date.now() - told > TICK_MS) {
      told = Date.now();
      await progress?.(intake.rows);
    }
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/**
 * Reads a file's outcomes into staging, in constant memory. `worker` is the connection of the job, on which COPY runs;
 * rejected rows go through the pool `db`.
 */
export async function stage(db: Database, worker: Database, options: StageOptions): Promise<ReadFile> {
  await clear(db, options.id);
  const intake = new Intake(options, await readArticles(db), db);
  const copy = await worker.$client`copy import_staging
    (import_id, position, first_row, rows, scheme, value, hash, event) from stdin`.writable();
  await pipeline(Readable.from(pieces(intake, options), { objectMode: false }), copy);
  await intake.rejects.flush();
  const skipped = intake.skipped.list;
  await db.update(imports).set({ rowsDone: intake.rows }).where(eq(imports.id, options.id));
  return { rows: intake.rows, events: intake.events, rejected: intake.rejects.count, skipped };
}
