import type { Author } from '@/lib/author';
import type { Database } from '@/db/client';
import { createImport, planImport, readImport, type ImportView } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import type { EventInput } from '@/lib/event';
import type { Outcome } from '@/lib/import/outcome';
import type { OutcomeFile } from '@/lib/import/read-outcomes';
import type { Status } from '@/lib/vocabulary';

/** The outcomes of a file as a mapper would give them. */
export function fileOf(outcomes: Iterable<Outcome>): () => Promise<OutcomeFile> {
  async function* all(): AsyncGenerator<Outcome> {
    yield* outcomes;
  }
  return async () => ({ outcomes: all(), bytesDone: () => 0 });
}

/** One event of a file, from one row. */
export function fromRow(row: number, event: EventInput, id: string | null = `x${row}`): Outcome {
  const externalId = id === null ? null : { scheme: 'test', value: id };
  return { kind: 'event', rows: [row], externalId, event, raw: { title: event.title } };
}

export interface TestImport {
  db: Database;
  url: string;
  by?: Author | null;
  set?: string;
  status?: Status;
}

/** Uploads and checks; returns the import as it then stands. */
export async function check(
  { db, url, by = null, set = 'desk', status = 'published' }: TestImport,
  outcomes: Iterable<Outcome>,
): Promise<ImportView> {
  const file = { fileName: 'test.csv', storedAs: null, bytes: 1, sha256: '', by };
  const id = await createImport(db, file);
  await planImport(db, id, { mapping: {}, sourceSet: set, newStatus: status }, by);
  await runJob(db, url, id, { kind: 'check', open: fileOf(outcomes) });
  return (await readImport(db, id))!;
}

/** Uploads, checks and writes. */
export async function importAll(to: TestImport, outcomes: Iterable<Outcome>): Promise<ImportView> {
  const { id } = await check(to, outcomes);
  await runJob(to.db, to.url, id, { kind: 'apply', by: to.by ?? null });
  return (await readImport(to.db, id))!;
}
