import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import { addsUp, type ImportState } from '@/lib/import/import-counts';
import type { OutcomeFile } from '@/lib/import/read-outcomes';
import { openDatabase, type Database } from '../client';
import { readRevision } from '../index-feed';
import { imports } from '../schema-import';
import { applyImport } from './apply';
import { classify, countVerdicts } from './classify';
import { awaitTurn, claimJob } from './job-locks';
import { JobProblem, jobProblemWords } from './job-problem';
import { stage } from './staging';
import { undoImport } from './undo';

interface Check {
  kind: 'check';
  /** The file by the import's mapping. */
  open(): Promise<OutcomeFile>;
}
interface Write {
  kind: 'apply' | 'undo';
  by: Author | null;
}
export type Job = Check | Write;

/** For each job the state in which it may begin, that it is in while it runs, and that it ends in. */
const states = {
  check: {
    from: ['uploaded', 'checked', 'checking'],
    running: 'checking',
    done: 'checked',
    back: 'uploaded',
  },
  apply: { from: ['checked', 'applying'], running: 'applying', done: 'applied', back: 'checked' },
  undo: { from: ['applied', 'undoing'], running: 'undoing', done: 'undone', back: 'applied' },
} as const satisfies Record<
  Job['kind'],
  { from: readonly ImportState[]; running: ImportState; done: ImportState; back: ImportState }
>;

type Report = (change: Partial<typeof imports.$inferInsert>) => Promise<void>;

async function runCheck(
  db: Database,
  worker: Database,
  id: number,
  job: Check,
  report: Report,
): Promise<void> {
  const [found] = await db.select().from(imports).where(eq(imports.id, id));
  if (!found?.sourceSet) throw new JobProblem('Choose the set that the events go to first.');
  const { outcomes, bytesDone } = await job.open();
  const progress = async (rowsDone: number): Promise<void> => {
    await report({ rowsDone, bytesDone: Math.min(bytesDone(), found.bytes) });
    const [row] = await db.select({ cancel: imports.cancel }).from(imports).where(eq(imports.id, id));
    if (row?.cancel) throw new JobProblem('It was cancelled. Nothing was written.');
  };
  const read = await stage(db, worker, { id, set: found.sourceSet, outcomes, progress });
  await report({ step: 'Comparing with the record', bytesDone: found.bytes });
  // Asked for before the comparison: what is written to the record meanwhile is then compared again.
  const checkedRevision = await readRevision(worker);
  const verdicts = await worker.transaction(async (tx) => {
    await classify(tx, id);
    return countVerdicts(tx, id);
  });
  const skipped = read.skipped.reduce((sum, { rows }) => sum + rows, 0);
  const counts = { rows: read.rows, ...verdicts, rejected: read.rejected, skipped };
  if (!addsUp(counts)) throw new Error(`Import ${id}: the counts do not add up to the rows of the file`);
  await report({ counts, checkedRevision, skipped: read.skipped, state: 'checked' });
}

async function runWrite(db: Database, worker: Database, id: number, { kind, by }: Write, report: Report) {
  const step = (words: string): Promise<void> => report({ step: words });
  await (kind === 'apply' ? applyImport : undoImport)(worker, id, { by, step });
}

async function begin(db: Database, id: number, kind: Job['kind']): Promise<void> {
  const begun = await db
    .update(imports)
    .set({
      state: states[kind].running,
      step: 'Waiting for another import to end',
      rowsDone: 0,
      bytesDone: 0,
      startedAt: sql`now()`,
      cancel: false,
      problem: null,
    })
    .where(and(eq(imports.id, id), inArray(imports.state, [...states[kind].from])))
    .returning({ id: imports.id });
  if (begun.length === 0) throw new JobProblem('Somebody has taken this import further already.');
}

/**
 * Runs a job of an import to its end, one at a time on all instances. It has a connection of its own, whose lock says that
 * it lives and whose end, however it comes, rolls back. What goes wrong is written into the import, which then stands
 * where it was before; what is unexpected is thrown too. Returns true where the job was done.
 */
export async function runJob(
  db: Database,
  url: string,
  id: number,
  job: Job,
  begun?: () => void,
): Promise<boolean> {
  const { db: worker, close } = openDatabase(url, 1, { lasting: true });
  const report: Report = async (change) => {
    await db.update(imports).set(change).where(eq(imports.id, id));
  };
  try {
    if (!(await claimJob(worker, id))) return false;
    await begin(db, id, job.kind);
    begun?.();
    await awaitTurn(worker);
    await report({
      step: job.kind === 'check' ? 'Reading the file' : 'Writing',
      startedAt: new Date().toISOString(),
    });
    if (job.kind === 'check') await runCheck(db, worker, id, job, report);
    else await runWrite(db, worker, id, job, report);
    return true;
  } catch (error) {
    const problem = jobProblemWords(error);
    await report({
      state: states[job.kind].back,
      problem: problem ?? 'It failed for a reason that the log of the server tells. Nothing was written.',
    }).catch(() => {});
    if (problem === null) throw error;
    return false;
  } finally {
    await close();
  }
}
