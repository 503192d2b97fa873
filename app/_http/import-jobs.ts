import { database } from '@/db/client';
import { readImport } from '@/db/import/imports';
import { runJob, type Job } from '@/db/import/job';
import type { Author } from '@/lib/author';
import { env } from '@/lib/env';
import { mappingSchema } from '@/lib/import/mapping';
import { readOutcomes } from '@/lib/import/read-outcomes';
import { removeUpload, uploadPath } from '@/lib/import/upload-folder';
import { log } from '@/lib/log';

/** Starts a job in this process and returns as soon as its import shows that it runs; the page follows it from there. */
async function startJob(id: number, job: Job, after?: () => Promise<void>): Promise<void> {
  await new Promise<void>((begun) => {
    const run = async (): Promise<void> => {
      try {
        if (await runJob(database(), env().DATABASE_URL, id, job, begun)) await after?.();
      } catch (error) {
        log.error({ err: error, import: id, job: job.kind }, 'import failed');
      }
      begun();
    };
    void run();
  });
}

/** Reads the file by its mapping and compares it with the record. */
export async function startCheck(id: number): Promise<void> {
  const found = await readImport(database(), id);
  const mapping = mappingSchema.safeParse(found?.mapping);
  if (!found?.storedAs || !mapping.success) return;
  const path = uploadPath(found.storedAs);
  await startJob(id, { kind: 'check', open: () => readOutcomes(path, mapping.data, found) });
}

/** Writes what was checked; the file is then no longer needed. */
export async function startApply(id: number, by: Author): Promise<void> {
  const found = await readImport(database(), id);
  await startJob(id, { kind: 'apply', by }, () => removeUpload(found?.storedAs ?? null));
}

/** Takes an import back. */
export async function startUndo(id: number, by: Author): Promise<void> {
  await startJob(id, { kind: 'undo', by });
}
