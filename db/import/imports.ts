import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { AuditAction } from '@/lib/audit-actions';
import { writerId, type Writer } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import type { FileLook } from '@/lib/import/plan-file';
import type { Status } from '@/lib/vocabulary';
import { writeAudit } from '../audit';
import type { Connection, Database } from '../client';
import { sourceSets } from '../schema';
import { users } from '../schema-auth';
import { importMappings, imports } from '../schema-import';
import { interruptJob, liveJob } from './job-locks';

export type ImportRow = typeof imports.$inferSelect;

/** An import as pages show it. */
export interface ImportView extends ImportRow {
  /** Who uploaded it, applied it and took it back, by name. */
  createdByName: string | null;
  appliedByName: string | null;
  undoneByName: string | null;
  setTitle: string | null;
  /** Of a state in which something runs: false where its process has died. */
  running: boolean;
}

export interface Uploaded {
  fileName: string;
  storedAs: string | null;
  bytes: number;
  sha256: string;
  by: Writer;
}

/** Notes a file that was uploaded; returns the number of its import. */
export async function createImport(db: Connection, { by, ...file }: Uploaded): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(imports)
      .values({ ...file, createdBy: writerId(by) })
      .returning({ id: imports.id });
    const { storedAs: _name, ...after } = file;
    await writeAudit(tx, { action: 'import.send', by, subject: `import:${row!.id}`, after });
    return row!.id;
  });
}

const nameOf = (column: AnyPgColumn) =>
  sql<string | null>`(select ${users.name} from ${users} where ${users.id} = ${column})`;

const view = {
  row: imports,
  createdByName: nameOf(imports.createdBy),
  appliedByName: nameOf(imports.appliedBy),
  undoneByName: nameOf(imports.undoneBy),
  setTitle: sourceSets.title,
  running: sql<boolean>`${liveJob(imports.id)}`,
};

function views(db: Connection) {
  return db.select(view).from(imports).leftJoin(sourceSets, eq(sourceSets.key, imports.sourceSet));
}

/** The import with this number; null where there is none. */
export async function readImport(db: Connection, id: number): Promise<ImportView | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) return null;
  const [found] = await views(db).where(eq(imports.id, id));
  return found ? { ...found.row, ...found } : null;
}

export interface Plan {
  mapping: unknown;
  sourceSet: string;
  newStatus: Status;
  format?: string;
  columns?: string[];
}

/** Keeps what was found as the file was first looked at: to find a text's encoding again would be to read all of it again. */
export async function noteLook(
  db: Connection,
  id: number,
  { format, encoding, delimiter, columns }: Pick<FileLook, 'format' | 'encoding' | 'delimiter' | 'columns'>,
): Promise<void> {
  await db.update(imports).set({ format, encoding, delimiter, columns }).where(eq(imports.id, id));
}

/**
 * Keeps how a person says that a text is to be read, and the mapping over its columns as they are then called (null: to be
 * made anew). Only before it is written; false where that is so no more.
 */
export async function rereadImport(
  db: Connection,
  id: number,
  { encoding, delimiter, columns }: Pick<FileLook, 'encoding' | 'delimiter' | 'columns'>,
  mapping: unknown,
  by: Writer,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ encoding: imports.encoding, delimiter: imports.delimiter })
      .from(imports)
      .where(and(eq(imports.id, id), eq(imports.state, 'uploaded')))
      .for('update');
    if (!before) return false;
    await tx
      .update(imports)
      .set({ encoding, delimiter, columns, mapping, problem: null })
      .where(eq(imports.id, id));
    const fields = changedFields(before, { encoding: encoding ?? null, delimiter: delimiter ?? null });
    await writeAudit(tx, { action: 'import.plan', by, subject: `import:${id}`, ...fields });
    return true;
  });
}

/** Says how the file is to be read; only while nothing runs and nothing is written. False where that is so no more. */
export async function planImport(db: Connection, id: number, plan: Plan, by: Writer): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ mapping: imports.mapping, sourceSet: imports.sourceSet, newStatus: imports.newStatus })
      .from(imports)
      .where(and(eq(imports.id, id), inArray(imports.state, ['uploaded', 'checked'])))
      .for('update');
    if (!before) return false;
    await tx
      .update(imports)
      .set({ ...plan, problem: null })
      .where(eq(imports.id, id));
    const { mapping, sourceSet, newStatus } = plan;
    const fields = changedFields(before, { mapping, sourceSet, newStatus });
    // The form is sent again and again to see what it makes of the first rows.
    if (Object.keys(fields.after).length > 0)
      await writeAudit(tx, { action: 'import.plan', by, subject: `import:${id}`, ...fields });
    return true;
  });
}

const note = (db: Connection, action: AuditAction, id: number, by: Writer): Promise<void> =>
  writeAudit(db, { action, by, subject: `import:${id}` });

/** Says on an import's page why a job of it did not begin. */
export async function noteProblem(db: Connection, id: number, problem: string): Promise<void> {
  await db.update(imports).set({ problem }).where(eq(imports.id, id));
}

/** Stops a job: one that reads stops at its next look, one that writes is rolled back by the server. */
export async function cancelImport(db: Connection, id: number): Promise<void> {
  const reading = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.state, 'checking')));
  // What writes holds the row of its import, and must not be waited for.
  if (reading.length > 0) await db.update(imports).set({ cancel: true }).where(eq(imports.id, id));
  else await interruptJob(db, id);
}

/** Imports, newest first, below the number `below` where it is given. */
export async function listImports(
  db: Connection,
  below: number | null,
  limit: number,
): Promise<ImportView[]> {
  const found = await views(db)
    .where(below === null ? undefined : lt(imports.id, below))
    .orderBy(desc(imports.id))
    .limit(limit);
  return found.map((one) => ({ ...one.row, ...one }));
}

/** What new events become, chosen as the import is confirmed. */
export async function setNewStatus(db: Connection, id: number, newStatus: Status): Promise<void> {
  await db
    .update(imports)
    .set({ newStatus })
    .where(and(eq(imports.id, id), inArray(imports.state, ['uploaded', 'checked'])));
}

/** Goes back to the mapping, from a check that was made or from a job whose process has died. False where one runs. */
export async function reopenImport(db: Connection, id: number, by: Writer): Promise<boolean> {
  const reopened = await db
    .update(imports)
    .set({ state: 'uploaded', problem: null })
    .where(
      and(
        eq(imports.id, id),
        inArray(imports.state, ['checked', 'checking', 'applying']),
        sql`not ${liveJob(imports.id)}`,
      ),
    )
    .returning({ id: imports.id });
  if (reopened.length > 0) await note(db, 'import.reopen', id, by);
  return reopened.length > 0;
}

/** Forgets an import that was never written, and returns the name of its file, which the caller removes. */
export async function discardImport(db: Database, id: number, by: Writer): Promise<string | null> {
  return db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(imports)
      .where(and(eq(imports.id, id), inArray(imports.state, ['uploaded', 'checked'])))
      .returning({ storedAs: imports.storedAs });
    if (!gone) return null;
    await tx.execute(sql`delete from import_staging where import_id = ${id}`);
    await note(tx, 'import.discard', id, by);
    return gone.storedAs;
  });
}

/** How files with these columns were mapped last, and to which set they went. */
export async function keptMapping(
  db: Connection,
  shape: string,
): Promise<{ mapping: unknown; sourceSet: string | null } | null> {
  const [found] = await db
    .select({ mapping: importMappings.mapping, sourceSet: importMappings.sourceSet })
    .from(importMappings)
    .where(eq(importMappings.shape, shape));
  return found ?? null;
}

/** Keeps a mapping for the next file with these columns. */
export async function keepMapping(
  db: Connection,
  shape: string,
  { mapping, sourceSet }: Pick<Plan, 'mapping' | 'sourceSet'>,
  by: string | null,
): Promise<void> {
  const row = { mapping, sourceSet, updatedAt: sql`now()`, updatedBy: by };
  await db
    .insert(importMappings)
    .values({ shape, ...row })
    .onConflictDoUpdate({ target: importMappings.shape, set: row });
}
