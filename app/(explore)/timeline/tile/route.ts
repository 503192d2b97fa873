import { answering } from '@/app/_http/answer-file';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { queryProblem } from '@/app/_http/problem';
import { recordFor } from '@/db/known-record';
import { readTile } from '@/db/timeline';
import { filtersToQuery } from '@/lib/filters';
import { strictFilters } from '@/lib/strict-filters';
import { parseView, spanOf } from '@/lib/timeline-view';

/**
 * The breakdowns' cumulative counts over a view (lib/count-tile), as a gzip file: Next compresses text alone and lets no
 * answer name an encoding of its own. /timeline/tile?view=2020-01-01..2020-10-31&type=attack
 */
export const GET = answering(async (request) => {
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, ['view']);
  const value = query.get('view') ?? '';
  const view = parseView(value);
  const unread = { parameter: 'view', value, detail: 'Give two days, like 2020-01-01..2020-10-31' };
  if (view === null) return queryProblem([...problems, unread]);
  if (problems.length > 0) return queryProblem(problems);
  const etag = await etagOf('/timeline/tile', filtersToQuery(filters, { view: value }));
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const bytes = new Blob([await readTile(await recordFor(filters), filters, spanOf(view))]);
  const packed = bytes.stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed, { headers: { ...headers, 'Content-Type': 'application/gzip' } });
});
