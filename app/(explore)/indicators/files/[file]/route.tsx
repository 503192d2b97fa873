import { answering } from '@/app/_http/answer-file';
import { overlayProblems } from '@/app/_http/chart-names';
import { csvAnswer } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { indicatorSurroundings, readIndicatorPage } from '@/app/_http/indicator-data';
import { problem, queryProblem } from '@/app/_http/problem';
import { statusCsv, statusFeed } from '@/app/_http/status-feed';
import { asColumns } from '@/app/_http/surroundings';
import { askedText, parseAsked } from '@/lib/asked';
import { indicatorPicture } from '@/app/_indicators/indicator-picture';
import { recordFor } from '@/db/known-record';
import { formatDay } from '@/lib/days';
import { indicatorSheet } from '@/lib/indicators/indicator-sheet';
import { filtersToQuery, noFilters } from '@/lib/filters';
import { strictKnowledge } from '@/lib/strict-filters';
import { pictureAnswer } from '@/app/_http/picture-answer';
import { figureName } from '@/lib/figure-name';

const endings = ['csv', 'svg', 'atom', 'changes.csv'];

/** The day of knowledge and what lies over it and below; whatever else is asked is a problem. */
function readQuestion(query: URLSearchParams) {
  const others = new URLSearchParams([...query].filter(([name]) => name !== 'over' && name !== 'below'));
  const { asOf, problems } = strictKnowledge(others, 'An indicator has its own filter');
  return { given: parseAsked(query), asOf, problems: [...problems, ...overlayProblems(query)] };
}

/** The readings of an indicator as CSV or as a picture, what was noticed of it as CSV or as a feed: /indicators/files/attacks.csv. */
export const GET = answering(async (request, { params }: RouteContext<'/indicators/files/[file]'>) => {
  const { file } = await params;
  const [slug = '', ...rest] = file.split('.');
  const ending = rest.join('.');
  const query = new URL(request.url).searchParams;
  const { given, asOf, problems } = readQuestion(query);
  const db = await recordFor({ asOf });
  const page = endings.includes(ending) ? await readIndicatorPage(db, slug, asOf) : null;
  if (!page) return problem('not-found', `There is no ${file} here. An indicator has ${endings.join(', ')}.`);
  if (ending === 'atom') return statusFeed(request, page.indicator);
  if (problems.length > 0) return queryProblem(problems);
  if (ending === 'changes.csv') return statusCsv(request, slug, asOf);
  const etag = await etagOf(
    `/indicators/files/${file}`,
    filtersToQuery({ ...noFilters, asOf }, askedText(given)),
  );
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="${figureName(new URL(request.url).pathname)}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const around = await indicatorSurroundings(db, given, page.filters, page.readings);
  if (ending === 'csv') return csvAnswer(request, indicatorSheet(page.readings, asColumns(around)), headers);
  const picture = indicatorPicture(
    page.indicator,
    page.readings,
    page.measured,
    around,
    around.below && around.below.measure,
  );
  const foot = [page.source, ...(asOf ? [`As known on ${formatDay(asOf)}.`] : [])];
  return pictureAnswer(db, { picture, foot }, headers);
});
