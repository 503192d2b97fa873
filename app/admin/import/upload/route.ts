import { checkUser } from '@/app/_auth/session';
import { problem } from '@/app/_http/problem';
import { receiveFile, UploadProblem } from '@/app/_http/receive-file';
import { isSameOrigin } from '@/app/_http/same-origin';
import { database } from '@/db/client';
import { createImport } from '@/db/import/imports';
import { jobProblemWords } from '@/db/import/job-problem';
import type { ProblemType } from '@/lib/api/problem-types';

/** Back to a page: relative, so that it holds behind any proxy. */
const goTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location } });

/** Says what was wrong: to a script as a problem, to a person on the page of the form. */
function refuse(request: Request, type: ProblemType, words: string): Response {
  if (request.headers.get('accept') === 'application/json') return problem(type, words);
  return goTo(`/admin/import?problem=${encodeURIComponent(words)}`);
}

/** Takes a file of events from a plain form, or from a script that shows how far it is, and leads to its mapping. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request))
    return problem('from-elsewhere', 'Files are taken from a page of Pillarwatch alone.');
  const user = await checkUser('imports.run');
  if (user === 'signed-out')
    return refuse(request, 'not-signed-in', 'You were signed out: sign in, and send the file again');
  if (user === 'not-allowed') return refuse(request, 'not-allowed', 'You may not import files');
  try {
    const id = await createImport(database(), { ...(await receiveFile(request)), by: user });
    const location = `/admin/import/${id}`;
    return request.headers.get('accept') === 'application/json'
      ? Response.json({ location })
      : goTo(location);
  } catch (error) {
    if (error instanceof UploadProblem) return refuse(request, error.type, error.message);
    const words = jobProblemWords(error);
    if (words === null) throw error;
    return refuse(request, 'no-room', words);
  }
}
