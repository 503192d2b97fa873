import { answering } from '@/app/_http/answer-file';
import { checkUser } from '@/app/_auth/session';
import { problem } from '@/app/_http/problem';
import { database } from '@/db/client';
import { readImport } from '@/db/import/imports';
import { jobState } from '../../../_import/job-state';

/** How far the job of an import is, for the page's script. */
export const GET = answering(async (_request, { params }: RouteContext<'/admin/import/[id]/progress'>) => {
  if (typeof (await checkUser('imports.run')) === 'string')
    return problem('not-signed-in', 'Sign in to follow an import.');
  const found = await readImport(database(), Number((await params).id));
  if (!found) return problem('not-found', 'There is no import with this number.');
  return Response.json(jobState(found), { headers: { 'Cache-Control': 'no-store' } });
});
