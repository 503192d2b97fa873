import { checkUser } from '@/app/_auth/session';
import { problem } from '@/app/_http/problem';
import { textStream } from '@/app/_http/text-stream';
import { downloadDatabase, database } from '@/db/client';
import { allRejects } from '@/db/import/findings';
import { readImport } from '@/db/import/imports';
import { correctableFile } from '@/lib/import/correctable';

/** The rejected rows as a CSV with the columns of the file and a reason each, to correct and to import again. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/admin/import/[id]/rejected'>,
): Promise<Response> {
  if (typeof (await checkUser('imports.run')) === 'string')
    return problem(401, 'Not signed in', 'Sign in to fetch rejected rows.');
  const found = await readImport(database(), Number((await params).id));
  if (!found) return problem(404, 'No such import', 'There is no import with this number.');
  const rejects = () => allRejects(downloadDatabase(), found.id);
  // The columns are those of the rows: the file itself may be gone.
  const first = await rejects().next();
  const columns = first.done ? [] : (found.columns ?? Object.keys(first.value.raw));
  return new Response(textStream(correctableFile(columns, rejects())), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="rejected-${found.id}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
