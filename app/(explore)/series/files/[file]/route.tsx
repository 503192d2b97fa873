import { answering } from '@/app/_http/answer-file';
import { csvAnswer } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { overlayProblems } from '@/app/_http/chart-names';
import { problem, queryProblem } from '@/app/_http/problem';
import { pictureAnswer } from '@/app/_http/picture-answer';
import { findSeries, readSeriesPage, readSeriesSurroundings, seriesFilters } from '@/app/_http/series-data';
import { asColumns } from '@/app/_http/surroundings';
import { askedText, parseAsked } from '@/lib/asked';
import { seriesPicture } from '@/app/_series/series-picture';
import { readFacets } from '@/db/facets';
import { recordFor } from '@/db/known-record';
import { filterWords } from '@/lib/filter-words';
import { filtersToQuery } from '@/lib/filters';
import { seriesSheet } from '@/lib/series/series-sheet';
import { strictFilters } from '@/lib/strict-filters';
import { figureName } from '@/lib/figure-name';

/** A series as CSV or as a picture with the events under the filters of the query: /series/files/prevent-referrals.svg. */
export const GET = answering(async (request, { params }: RouteContext<'/series/files/[file]'>) => {
  const { file } = await params;
  const [key = '', ending] = file.split('.');
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, ['over', 'below']);
  problems.push(...overlayProblems(query));
  const given = parseAsked(query);
  if (problems.length > 0) return queryProblem(problems);
  const db = await recordFor(filters);
  const series = ending === 'csv' || ending === 'svg' ? await findSeries(db, key) : null;
  if (!series) return problem('not-found', `There is no ${file} here. A series has a .csv and a .svg.`);
  const etag = await etagOf(`/series/files/${file}`, filtersToQuery(filters, askedText(given)));
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="${figureName(new URL(request.url).pathname)}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const asked = seriesFilters(filters, series);
  if (ending === 'csv') {
    const surroundings = await readSeriesSurroundings(db, series, asked, given);
    return csvAnswer(
      request,
      seriesSheet(series.observations, asColumns(surroundings), series.unit),
      headers,
    );
  }
  const [page, facets] = await Promise.all([readSeriesPage(db, series, asked, given), readFacets(db, asked)]);
  if (!page) return problem('not-found', `The series ${key} has no numbers yet.`);
  const foot = [
    `Events: ${filterWords(asked, facets)}.`,
    `Source: ${series.publisher}${series.licence ? `, ${series.licence}` : ''}; events and lockdown periods: this record.`,
  ];
  const picture = seriesPicture(series, { ...page, below: page.below && page.below.measure });
  return pictureAnswer(db, { picture, foot }, headers);
});
