import { downloadDatabase } from '@/db/client';
import { allRejects } from '@/db/import/findings';
import type { ImportView } from '@/db/import/imports';
import { correctableFile } from '@/lib/import/correctable';
import { bodyOf } from './body-of';
import { CSV_TYPE } from './csv-answer';

/** The rejected rows as a CSV with the columns of the file and a reason each, to correct and to import again. */
export async function rejectedFile(
  { id, columns }: Pick<ImportView, 'id' | 'columns'>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const rejects = () => allRejects(downloadDatabase(), id);
  // Where the columns were not kept they are those of the rows: the file itself may be gone.
  const first = await rejects().next();
  const names = columns ?? (first.done ? [] : Object.keys(first.value.raw));
  return new Response(await bodyOf(correctableFile(names, rejects())), {
    headers: { ...CSV_TYPE, 'Cache-Control': 'no-store', ...headers },
  });
}
