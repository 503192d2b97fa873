import { database } from '@/db/client';
import { lastStatusChange, readStatusChanges } from '@/db/status-history';
import { env } from '@/lib/env';
import { statusAtom } from '@/lib/indicators/write-status-atom';
import { etagOf, holdsState, stateHeaders } from './etag';
import { queryProblem } from './problem';

/** Entries of a feed. */
const MOST = 50;

/** The feed of changes of status, of one indicator or of all. */
export async function statusFeed(
  request: Request,
  only: { slug: string; question: string } | null,
): Promise<Response> {
  const unknown = [...new URL(request.url).searchParams];
  if (unknown.length > 0)
    return queryProblem(
      unknown.map(([parameter, value]) => ({ parameter, value, detail: 'An indicator has its own filter' })),
    );
  const db = database();
  const etag = await etagOf('status-feed', only?.slug ?? '', String(await lastStatusChange(db)));
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const changes = await readStatusChanges(db, { indicator: only?.slug, told: true, most: MOST });
  const { PUBLIC_URL: publicUrl, MARKING: marking } = env();
  return new Response(statusAtom(changes, { publicUrl, marking, only }), {
    headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
}
