import { answering } from '@/app/_http/answer-file';
import { checkUser } from '@/app/_auth/session';
import { problem } from '@/app/_http/problem';
import { rejectedFile } from '@/app/_http/rejected-file';
import { database } from '@/db/client';
import { readImport } from '@/db/import/imports';

/** The rejected rows as a CSV with the columns of the file and a reason each, to correct and to import again. */
export const GET = answering(async (_request, { params }: RouteContext<'/admin/import/[id]/rejected'>) => {
  if (typeof (await checkUser('imports.run')) === 'string')
    return problem('not-signed-in', 'Sign in to fetch rejected rows.');
  const found = await readImport(database(), Number((await params).id));
  if (!found) return problem('not-found', 'There is no import with this number.');
  return rejectedFile(found, {
    'Content-Disposition': `attachment; filename="rejected-${found.id}.csv"`,
  });
});
