import { answering } from '@/app/_http/answer-file';
import { timelineProblems } from '@/app/_http/chart-names';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { queryProblem } from '@/app/_http/problem';
import { recordFor } from '@/db/known-record';
import { readStretch } from '@/db/timeline';
import { filtersToQuery } from '@/lib/filters';
import { strictFilters, type QueryProblem } from '@/lib/strict-filters';
import { parseLanes } from '@/lib/timeline';
import { MAX_BINS } from '@/lib/timeline-stretch';
import { parseView, spanOf } from '@/lib/timeline-view';

function binProblems(query: URLSearchParams): QueryProblem[] {
  const value = query.get('bins') ?? '';
  const fits = /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= MAX_BINS;
  return fits ? [] : [{ parameter: 'bins', value, detail: `Give a whole number from 1 to ${MAX_BINS}` }];
}

/**
 * What a view of the timeline shows under the filters, with a margin on both sides: events where they are few, else
 * counts by lane and bin. /timeline/stretch?view=2020-01-01..2020-10-31&lanes=pillar&bins=61&type=attack
 */
export const GET = answering(async (request) => {
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, ['view', 'lanes', 'bins']);
  const view = parseView(query.get('view'));
  const missing = query.get('view')
    ? []
    : [{ parameter: 'view', value: '', detail: 'Give two days, like 2020-01-01..2020-10-31' }];
  const all = [...problems, ...missing, ...timelineProblems(query), ...binProblems(query)];
  if (all.length > 0 || view === null) return queryProblem(all);
  const bins = Number(query.get('bins'));
  const laneBy = parseLanes(query.get('lanes'));
  const asked = filtersToQuery(filters, { view: query.get('view'), lanes: laneBy, bins: String(bins) });
  const etag = await etagOf('/timeline/stretch', asked);
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const stretch = await readStretch(await recordFor(filters), filters, laneBy, { view: spanOf(view), bins });
  return Response.json(stretch, { headers });
});
