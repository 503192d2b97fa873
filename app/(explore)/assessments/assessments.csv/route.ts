import { answering } from '@/app/_http/answer-file';
import { csvAnswer } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { queryProblem } from '@/app/_http/problem';
import { readAssessments } from '@/db/assessments';
import { database } from '@/db/client';
import { assessmentSheet } from '@/lib/assessments/assessment-sheet';
import { filtersToQuery } from '@/lib/filters';
import { strictFilters } from '@/lib/strict-filters';

/** Assessments with their history, as CSV: /assessments/assessments.csv?region=GB&pillar=prevent. */
export const GET = answering(async (request) => {
  const { filters, problems } = strictFilters(new URL(request.url).searchParams);
  if (problems.length > 0) return queryProblem(problems);
  const etag = await etagOf('/assessments/assessments.csv', filtersToQuery(filters));
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const rows = await readAssessments(database(), filters);
  const name = 'attachment; filename="pillarwatch-assessments.csv"';
  return csvAnswer(request, assessmentSheet(rows), { ...headers, 'Content-Disposition': name });
});
