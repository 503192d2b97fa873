import { readSession } from '@/app/_auth/read-session';
import { database } from '@/db/client';
import { lastStatusChange } from '@/db/status-history';
import { canonicalQuery } from '@/lib/canonical-query';
import { etagOf, stateHeaders } from './etag';

/** The pages of data: all that they show is in the record, the question, the settings, the day and who is signed in. */
const PAGES =
  /^\/(?:timeline|map|flows|events(?:\/[\w-]+)?|pillars\/\w+|regions\/[\w-]+|(?:series|indicators)(?:\/[\w-]+)?|briefing|changes|assessments|before-after|compare|data(?:\/[\w-]+)?)?$/;

/** What Next itself says of every page: at the same address the router gets another representation. */
const VARY = 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch';

/** Who is signed in, as far as a page shows it; '' for visitors, without a look into the database. */
async function readerOf(headers: Headers): Promise<string> {
  const session = await readSession(headers);
  return session ? JSON.stringify([session.user.id, session.user.name, session.user.role]) : '';
}

/**
 * The name of the state of the page that is asked for; null where it has none: it is no page of data, or it is not only
 * read. Throws where the database can't be reached.
 */
export async function pageState(request: Request): Promise<string | null> {
  const { pathname, searchParams } = new URL(request.url);
  if (!['GET', 'HEAD'].includes(request.method) || !PAGES.test(pathname)) return null;
  // What indicators said is stored after the write that it rests on.
  const said = pathname.startsWith('/indicators') ? await lastStatusChange(database()) : '';
  return etagOf(pathname, canonicalQuery(searchParams), await readerOf(request.headers), String(said));
}

/**
 * The answer to who holds the page already. It has no Content-Security-Policy: headers of a 304 take the place of the kept
 * ones (RFC 9111, 3.2), and another nonce would refuse the kept page's scripts.
 */
export function notModified(etag: string | null): Response {
  const headers = stateHeaders(etag);
  return new Response(null, { status: 304, headers: { ...headers, Vary: `${VARY}, ${headers.Vary}` } });
}
