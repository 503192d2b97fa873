import { answering } from '@/app/_http/answer-file';
import { csvAnswer } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { problem, queryProblem } from '@/app/_http/problem';
import { database } from '@/db/client';
import { changedSince, MOST_CHANGED } from '@/db/known-changes';
import { fieldsChanged } from '@/lib/known-since';
import { strictFilters } from '@/lib/strict-filters';

const header = ['change', 'slug', 'title_now', 'title_then', 'fields', 'changed_at'];

/** What readers see otherwise than at the end of a day, as CSV: /changes/changes.csv?since=2026-11-20. */
export const GET = answering(async (request) => {
  const since = new URL(request.url).searchParams.get('since') ?? '';
  const { filters, problems } = strictFilters(new URLSearchParams({ asOf: since }));
  if (filters.asOf === null) {
    const detail = problems[0]?.detail ?? 'Give a day, like 2026-11-20';
    return queryProblem([{ parameter: 'since', value: since, detail }]);
  }
  const etag = await etagOf('/changes/changes.csv', filters.asOf);
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const changes = await changedSince(database(), filters.asOf);
  if (changes === null)
    return problem('bad-query', `More than ${MOST_CHANGED} events have changed since: choose a later day.`);
  const rows = changes.map(({ kind, before, after, at }) => [
    kind,
    after.slug,
    kind === 'withdrawn' ? null : after.title,
    kind === 'added' ? null : before!.title,
    kind === 'changed' ? fieldsChanged(before!, after).join(' ') : null,
    new Date(at).toISOString(),
  ]);
  const name = `pillarwatch-changes-since-${filters.asOf}.csv`;
  return csvAnswer(
    request,
    { header, rows },
    { ...headers, 'Content-Disposition': `attachment; filename="${name}"` },
  );
});
