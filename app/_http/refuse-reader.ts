import { readerRefusal } from '@/app/_auth/reader-refusal';
import { accessTo } from '@/lib/permissions';
import { isVisit } from './is-visit';
import { problem } from './problem';

function wayIn(request: Request, refusal: 'signed-out' | 'second-step'): Response {
  const { pathname, search } = new URL(request.url);
  const read = request.method === 'GET' || request.method === 'HEAD';
  const next = read ? pathname + search : pathname;
  const to = refusal === 'second-step' ? '/account/second-step' : `/sign-in?${new URLSearchParams({ next })}`;
  return new Response(null, {
    status: read ? 307 : 303,
    headers: { Location: new URL(to, request.url).href, 'Cache-Control': 'no-store' },
  });
}

/**
 * The answer to who may not read what they ask for; null where they may. Visits are led to sign in and come back to where they
 * were going; all else is told by a problem. The desk and one's own account are let pass: each of their pages and
 * actions asks for itself, so that a form keeps what was typed.
 */
export async function refuseReader(request: Request): Promise<Response | null> {
  if (accessTo(new URL(request.url).pathname) !== 'reader') return null;
  const refusal = await readerRefusal(request.headers);
  if (refusal === null) return null;
  if (isVisit(request)) return wayIn(request, refusal);
  return problem(
    'not-signed-in',
    'Only people who are signed in may read here. A program reads /api/v1 with a key.',
  );
}
