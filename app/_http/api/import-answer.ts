import { database } from '@/db/client';
import { readImport, type ImportView } from '@/db/import/imports';
import { jobProblemWords } from '@/db/import/job-problem';
import type { ImportAnswer } from '@/lib/api/import-answers';
import { ApiProblem } from '@/lib/api/problem-types';
import { API } from '@/lib/api/routes';
import { env } from '@/lib/env';
import { instant } from '@/lib/export/file-words';
import { mappingSchema } from '@/lib/import/mapping';
import { lookOnce, planOf } from '../import-data';
import type { Call } from './call';

export const noStore = { 'Cache-Control': 'no-store' };

/** The import that a call is about. Throws ApiProblem where there is none. */
export async function found({ id }: Call): Promise<ImportView> {
  const row = await readImport(database(), id);
  if (!row) throw new ApiProblem('not-found', 'There is no import with this number.');
  return row;
}

type Told = Pick<ImportAnswer, 'mapping' | 'questions' | 'columns' | 'format'>;

/** How the file is or would be read: it is looked at only where nothing was kept. Throws ApiProblem where it cannot be read. */
export async function toldOf(row: ImportView): Promise<Told> {
  const { format, columns } = row;
  const kept = mappingSchema.safeParse(row.mapping);
  if (kept.success) return { mapping: kept.data, questions: [], columns, format };
  if (row.storedAs === null) return { mapping: null, questions: [], columns, format };
  try {
    const look = await lookOnce(row);
    const { mapping, questions } = await planOf(row, look);
    return { mapping, questions, columns: look.columns, format: look.format };
  } catch (error) {
    const words = jobProblemWords(error);
    if (words === null) throw error;
    throw new ApiProblem('invalid', words);
  }
}

/** An import without what only its file tells. */
export const shortAnswer = (row: ImportView): Omit<ImportAnswer, 'mapping' | 'questions' | 'columns'> => ({
  id: row.id,
  fileName: row.fileName,
  bytes: row.bytes,
  sha256: row.sha256,
  state: row.state,
  running: row.running,
  step: row.running ? row.step : null,
  rowsDone: row.rowsDone,
  bytesDone: row.bytesDone,
  format: row.format,
  set: row.sourceSet,
  status: row.newStatus,
  counts: row.counts,
  skipped: row.skipped ?? [],
  problem: row.problem,
  createdAt: instant(row.createdAt),
  appliedAt: row.appliedAt && instant(row.appliedAt),
  undoneAt: row.undoneAt && instant(row.undoneAt),
});

/** An import as it stands now. Where its file cannot be read any more, `problem` says why. */
export async function importAnswer(id: number, status = 200): Promise<Response> {
  const row = (await readImport(database(), id))!;
  const told = await toldOf(row).catch((error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
    const { columns, format } = row;
    return { mapping: null, questions: [], columns, format, problem: error.message };
  });
  const body: ImportAnswer = { ...shortAnswer(row), ...told };
  const Location = `${env().PUBLIC_URL}${API}/imports/${id}`;
  return Response.json(body, { status, headers: { ...noStore, ...(status !== 200 && { Location }) } });
}
