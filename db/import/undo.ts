import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../audit';
import type { Database, Transaction } from '../client';
import { nextRevision } from '../revision';
import { imports } from '../schema-import';
import type { ApplyOptions } from './apply';
import { JobProblem } from './job-problem';
import { openWork, writeEvents } from './write-events';

export interface UndoReport {
  archived: number;
  putBack: number;
  /** Changed by somebody, or by another import, since: left as they are. */
  left: number;
}

/** What the import wrote and nobody has written over since. */
const untouched = (
  id: number,
) => sql`import_events w join events e on e.id = w.event_id and e.version = w.version
  where w.import_id = ${id} and w.write in ('created', 'changed')`;

async function fillWork(tx: Transaction, id: number): Promise<void> {
  await openWork(tx);
  // Created: as it stands, but archived. Changed: as it was in the version before. What an earlier import had said of that
  // version is known again by its hash.
  await tx.execute(sql`
    insert into import_work (event_id, position, slug, source_set, status, version, kind, hash, parts)
    select e.id, case w.write when 'created' then w.version else w.version - 1 end, e.slug, e.source_set,
      case w.write when 'created' then 'archived'
        else (select (c.snapshot ->> 'status')::event_status from event_changes c
          where c.event_id = e.id and c.version = w.version - 1) end,
      e.version + 1, case w.write when 'created' then 'archive'::change_kind else 'update' end,
      case w.write when 'created' then null
        else (select b.hash from import_events b where b.event_id = e.id and b.version < w.version
          order by b.version desc limit 1) end,
      w.write <> 'created'
    from ${untouched(id)}`);
  await tx.execute(sql`update import_work set kind = 'archive' where status = 'archived'`);
  await tx.execute(sql`analyze import_work`);
}

async function countWork(tx: Transaction, id: number): Promise<UndoReport> {
  const [found] = await tx.execute<{ archived: number; putBack: number; all: number }>(sql`
    select count(*) filter (where kind = 'archive')::int as archived,
      count(*) filter (where kind <> 'archive')::int as "putBack",
      (select count(*)::int from import_events where import_id = ${id} and write in ('created', 'changed')) as all
    from import_work`);
  const { archived, putBack, all } = found!;
  return { archived, putBack, left: all - archived - putBack };
}

/** What undoing an import did, told of one that is undone. */
export async function readUndo(db: Database, id: number): Promise<UndoReport> {
  const [found] = await db.execute<{ archived: number; putBack: number; all: number }>(sql`
    select count(*) filter (where write = 'archived')::int as archived,
      count(*) filter (where write = 'put_back')::int as "putBack",
      count(*) filter (where write in ('created', 'changed'))::int as all
    from import_events where import_id = ${id}`);
  const { archived, putBack, all } = found!;
  return { archived, putBack, left: all - archived - putBack };
}

/**
 * Takes an import back as a whole, in one transaction: what it created is archived, what it changed is put back to the
 * version before as a new version, so that nothing of the history is lost. What was written to since is left, and counted.
 */
export async function undoImport(db: Database, id: number, { by, step }: ApplyOptions): Promise<UndoReport> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const [found] = await tx.select().from(imports).where(eq(imports.id, id));
    if (!found?.appliedAt || found.undoneAt) throw new JobProblem('This import is not in the record');
    await step?.('Taking it back');
    await fillWork(tx, id);
    await writeEvents(tx, {
      content: sql`import_work w
        join (select event_id, version, snapshot as event, event_words(snapshot) as words from event_changes) content
        on content.event_id = w.event_id and content.version = w.position`,
      importId: id,
      write: sql`case kind when 'archive' then 'archived' else 'put_back' end`,
      revision,
      by: by?.id ?? null,
    });
    const report = await countWork(tx, id);
    await tx
      .update(imports)
      .set({ state: 'undone', problem: null, undoneAt: sql`now()`, undoneBy: by?.id ?? null })
      .where(eq(imports.id, id));
    const detail = { file: found.fileName, ...report };
    await writeAudit(tx, { action: 'import.undo', by, subject: `import:${id}`, revision, detail });
    return report;
  });
}
