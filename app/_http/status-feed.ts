import { database } from '@/db/client';
import { lastStatusChange, readStatusChanges } from '@/db/status-history';
import type { Day } from '@/lib/days';
import { env } from '@/lib/env';
import { changesSheet } from '@/lib/indicators/changes-sheet';
import { statusAtom } from '@/lib/indicators/write-status-atom';
import { csvAnswer } from './csv-answer';
import { etagOf, holdsState, stateHeaders } from './etag';
import { queryProblem } from './problem';

/** Rows of a file; an indicator has not changed so often. */
const MOST_ROWS = 100_000;
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

/** What was noticed of one indicator as CSV, oldest first; up to the end of a day where it is given. */
export async function statusCsv(request: Request, slug: string, asOf: Day | null): Promise<Response> {
  const db = database();
  const etag = await etagOf('status-csv', slug, asOf ?? '', String(await lastStatusChange(db)));
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="pillarwatch-${slug}.changes.csv"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const changes = await readStatusChanges(db, { indicator: slug, most: MOST_ROWS, asOf });
  return csvAnswer(request, changesSheet(changes.reverse()), headers);
}
