/**
 * The process that runs the imports of a web server (app/_http/import-jobs.ts starts it): it is told of jobs on its channel,
 * and says how far each is. Progress and what went wrong stand in the database; it ends when the channel does.
 */
import { constants, setPriority } from 'node:os';
import type { JobNews, JobOrder } from '@/app/_http/import-jobs';
import { database } from '@/db/client';
import { readImport } from '@/db/import/imports';
import { runJob, type Job } from '@/db/import/job';
import { env } from '@/lib/env';
import { mappingSchema } from '@/lib/import/mapping';
import { readOutcomes } from '@/lib/import/read-outcomes';
import { removeUpload, uploadPath } from '@/lib/import/upload-folder';
import { log } from '@/lib/log';

const tell = (news: JobNews): void => void process.send!(news);

/** The job that an order asks for; null where its file or its mapping is gone. */
async function jobOf({ id, kind, by }: JobOrder): Promise<{ job: Job; storedAs: string | null } | null> {
  const found = await readImport(database(), id);
  if (!found) return null;
  const { storedAs } = found;
  if (kind !== 'check') return { job: { kind, by }, storedAs };
  const mapping = mappingSchema.safeParse(found.mapping);
  if (storedAs === null || !mapping.success) return null;
  const path = uploadPath(storedAs);
  return { job: { kind, open: () => readOutcomes(path, mapping.data, found) }, storedAs };
}

async function run(order: JobOrder): Promise<void> {
  const { turn, id, kind } = order;
  try {
    const made = await jobOf(order);
    const begun = (): void => tell({ turn, is: 'begun' });
    if (made && (await runJob(database(), env().DATABASE_URL, id, made.job, begun)) && kind === 'apply')
      await removeUpload(made.storedAs);
  } catch (error) {
    log.error({ err: error, import: id, job: kind }, 'import failed');
  }
  tell({ turn, is: 'ended' });
}

// Whoever asks for a page comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('message', (order) => void run(order as JobOrder));
// However the server ended: the connections go with this process, and with them what was not committed.
process.once('disconnect', () => process.exit());
