import { eq, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import type { ImportCounts } from '@/lib/import/import-counts';
import { writeAudit } from '../audit';
import type { Status } from '@/lib/vocabulary';
import type { Database, Transaction } from '../client';
import { lockedRevision, nextRevision } from '../revision';
import { imports } from '../schema-import';
import { classify, countVerdicts } from './classify';
import { JobProblem } from './job-problem';
import { KEEPS_SETS, makeNamedSets } from './named-sets';
import { giveSlugs } from './slugs';
import { openWork, writeEvents } from './write-events';

export interface ApplyOptions {
  by: Author | null;
  /** Told what is being done, in words. */
  step?: (words: string) => Promise<void>;
}

async function readChecked(tx: Transaction, id: number) {
  const [found] = await tx.select().from(imports).where(eq(imports.id, id));
  if (!found?.sourceSet || !found.counts) throw new JobProblem('The file has not been checked yet');
  return { ...found, sourceSet: found.sourceSet, counts: found.counts };
}

/** Refuses where staging is not what the check has counted: a crash of the database empties it. */
async function assertStaged(tx: Transaction, id: number, { events }: ImportCounts): Promise<void> {
  const [found] = await tx.execute<{ staged: number }>(
    sql`select count(*)::int as staged from import_staging where import_id = ${id}`,
  );
  const expected = Object.values(events).reduce((sum, count) => sum + count, 0);
  if (found!.staged !== expected)
    throw new JobProblem('What was read from the file is not there any more: check the file again');
}

/**
 * True where the verdicts of the check still hold: nothing was written to the record since (every write raises its
 * revision), and nobody has said of what is held that it is another event.
 */
async function checkHolds(
  tx: Transaction,
  id: number,
  checked: number | null,
  now: number,
): Promise<boolean> {
  if (checked !== now) return false;
  const [found] = await tx.execute<{ any: boolean }>(
    sql`select exists (select from import_verdicts where import_id = ${id} and allowed) as any`,
  );
  return !found!.any;
}

async function fillWork(tx: Transaction, id: number, status: Status): Promise<void> {
  await openWork(tx);
  await tx.execute(sql`
    insert into import_work (event_id, position, slug, source_set, status, version, kind, hash)
    select nextval(pg_get_serial_sequence('events', 'id'))::int, s.position, s.slug, s.set,
      ${status}::event_status, 1, 'create', s.hash
    from (select v.position, s.event ->> 'slug' as slug, s.event ->> 'sourceSet' as set, s.hash from import_verdicts v
      join import_staging s on s.import_id = v.import_id and s.position = v.position
      where v.import_id = ${id} and v.verdict = 'new' order by v.position) s`);
  await giveSlugs(tx);
  // An event that an undo took away comes back; any other keeps the status that people have given it.
  await tx.execute(sql`
    insert into import_work (event_id, position, slug, source_set, status, version, kind, hash)
    select e.id, v.position, e.slug, e.source_set,
      case when e.status = 'archived' then ${status}::event_status else e.status end, e.version + 1,
      case when e.status = 'archived' then 'restore'::change_kind else 'update' end, s.hash
    from import_verdicts v
    join import_staging s on s.import_id = v.import_id and s.position = v.position
    join events e on e.id = v.event_id
    where v.import_id = ${id} and v.verdict = 'changed'`);
  await tx.execute(sql`analyze import_work`);
}

/** Keeps what was not written for the report, and lets the rest go. */
async function clearStaging(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`
    update import_verdicts v set event = s.event from import_staging s
    where v.import_id = ${id} and v.verdict in ('duplicate', 'edited')
      and s.import_id = v.import_id and s.position = v.position`);
  await tx.execute(
    sql`delete from import_verdicts where import_id = ${id} and verdict not in ('duplicate', 'edited')`,
  );
  await tx.execute(sql`delete from import_staging where import_id = ${id}`);
}

interface Target {
  id: number;
  status: Status;
  by: Author | null;
}

/** Writes what is new or changed, as one revision, and notes which events it was. */
async function writeNew(
  tx: Transaction,
  { id, status, by }: Target,
  step: ApplyOptions['step'],
): Promise<number> {
  const revision = await nextRevision(tx);
  await fillWork(tx, id, status);
  await step?.('Writing');
  await writeEvents(tx, {
    content: sql`import_work w join import_staging content
      on content.import_id = ${id} and content.position = w.position`,
    importId: id,
    write: sql`case kind when 'create' then 'created' else 'changed' end`,
    revision,
    by: by?.id ?? null,
  });
  return revision;
}

/**
 * Writes a checked import into the record, in one transaction that either has all of it or nothing. Where the record has
 * changed since the check, what each event is to it is asked anew under the lock of writers, so that an edit since the
 * preview is not overwritten. Throws JobProblem where it cannot be done.
 */
export async function applyImport(
  db: Database,
  id: number,
  { by, step }: ApplyOptions,
): Promise<ImportCounts> {
  return db.transaction(async (tx) => {
    // Writers stand in line here already; the revision is raised only where there is something to write.
    const now = await lockedRevision(tx);
    const { sourceSet, newStatus, counts: checked, checkedRevision, fileName } = await readChecked(tx, id);
    await assertStaged(tx, id, checked);
    await step?.('Comparing with the record');
    if (!(await checkHolds(tx, id, checkedRevision, now))) await classify(tx, id);
    const counts = { ...checked, ...(await countVerdicts(tx, id)) };
    const writes = counts.events.new + counts.events.changed > 0;
    const newSets = writes && sourceSet === KEEPS_SETS ? await makeNamedSets(tx, id, fileName) : [];
    const revision = writes ? await writeNew(tx, { id, status: newStatus, by }, step) : null;
    await clearStaging(tx, id);
    await tx
      .update(imports)
      .set({ state: 'applied', counts, revision, appliedAt: sql`now()`, appliedBy: by?.id ?? null })
      .where(eq(imports.id, id));
    const { rows, events } = counts;
    const detail = { file: fileName, set: sourceSet, newSets, status: newStatus, rows, events };
    await writeAudit(tx, {
      action: 'event.import',
      by,
      subject: `import:${id}`,
      revision: revision ?? undefined,
      detail,
    });
    return counts;
  });
}
