import { answering } from '@/app/_http/answer-file';
import {
  chartFileNames,
  overlayProblems,
  readChartName,
  timelineParameters,
  timelineProblems,
} from '@/app/_http/chart-names';
import { drawChart } from '@/app/_http/chart-pictures';
import { auditExport } from '@/app/_http/audit-export';
import { bodyOf } from '@/app/_http/body-of';
import { chartRows } from '@/app/_http/chart-rows';
import { CSV_TYPE } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { problem, queryProblem } from '@/app/_http/problem';
import { pictureAnswer } from '@/app/_http/picture-answer';
import { parseAsked } from '@/lib/asked';
import { readFacets } from '@/db/facets';
import { recordFor } from '@/db/known-record';
import { filterWords } from '@/lib/filter-words';
import { filtersToQuery } from '@/lib/filters';
import { sourceWords } from '@/lib/source-words';
import { strictFilters } from '@/lib/strict-filters';

const LOCKDOWNS = 'Lockdown periods: Oxford COVID-19 Government Response Tracker (CC BY 4.0).';

/** A chart's data (CSV) or picture (SVG) under the filters of the query: /charts/period.csv?pillar=prevent. */
export const GET = answering(async (request, { params }: RouteContext<'/charts/[file]'>) => {
  const { file } = await params;
  const name = readChartName(file);
  if (!name)
    return problem('not-found', `There is no file ${file} here. There are ${chartFileNames.join(', ')}.`);
  const { chart, ending } = name;
  const query = new URL(request.url).searchParams;
  const question = strictFilters(
    query,
    chart === 'timeline' ? timelineParameters : chart === 'period' ? ['over', 'below'] : [],
  );
  const problems = [
    ...question.problems,
    ...(chart === 'timeline' ? timelineProblems(query) : []),
    ...overlayProblems(query),
  ];
  if (problems.length > 0) return queryProblem(problems);
  const asked = filtersToQuery(question.filters, {
    view: query.get('view'),
    lanes: query.get('lanes'),
    over: query.get('over'),
    below: query.get('below'),
  });
  const etag = await etagOf(`/charts/${file}`, asked);
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="pillarwatch-${file}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const db = await recordFor(question.filters);
  const { filters } = question;
  if (ending === 'csv') {
    // The numbers of the timeline are its events.
    if (chart === 'timeline') await auditExport(request, 'csv', (await readFacets(db, filters)).total);
    const body = await bodyOf(chartRows(db, chart, filters, parseAsked(query)));
    return new Response(body, { headers: { ...headers, ...CSV_TYPE } });
  }
  const { picture, facets } = await drawChart(db, chart, filters, query);
  const foot = [`${filterWords(filters, facets)}.`, `${sourceWords(facets, filters)} ${LOCKDOWNS}`];
  return pictureAnswer(db, { picture, foot }, headers);
});
