import { Picture } from '@/app/_charts/picture';
import { readChartFiles, type ChartFiles } from '@/app/_http/chart-files';
import { etagOf, hasState } from '@/app/_http/etag';
import { filterProblem, problem } from '@/app/_http/problem';
import { database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { csvOf } from '@/lib/csv';
import { formatDay, today } from '@/lib/days';
import { env } from '@/lib/env';
import { filterWords } from '@/lib/filter-words';
import { parseFilters, type Filters } from '@/lib/filters';

async function pictureOf(files: ChartFiles, filters: Filters): Promise<string> {
  // Next keeps react-dom/server out of modules that pages share; a route may load it when it is asked.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const foot = [
    filterWords(filters),
    'Source: events coded from nine articles of 2020; lockdowns: Oxford COVID-19 Government Response Tracker (CC BY 4.0)',
    `Pillarwatch, ${formatDay(today())}`,
  ];
  const { title, subtitle, width, height, legend, drawing } = files;
  return renderToStaticMarkup(
    <Picture {...{ title, subtitle, width, height, legend, foot }} marking={env().MARKING}>
      {drawing}
    </Picture>,
  );
}

/** A chart's data (CSV) or picture (SVG) under the filters of the query: /charts/period.csv?pillar=prevent. */
export async function GET(request: Request, { params }: RouteContext<'/charts/[file]'>): Promise<Response> {
  const [chart = '', ending = ''] = (await params).file.split('.');
  const query = new URL(request.url).searchParams;
  const { filters, problems } = parseFilters(query);
  if (problems.length > 0) return filterProblem(problems);
  const db = database();
  const etag = etagOf(await readRevision(db), `${chart}.${ending}?${query} ${today()}`);
  const headers = {
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    'Content-Disposition': `attachment; filename="pillarwatch-${chart}.${ending}"`,
  };
  if (hasState(request, etag)) return new Response(null, { status: 304, headers });
  const reading = ending === 'csv' || ending === 'svg' ? readChartFiles(db, chart, filters, query) : null;
  if (!reading)
    return problem(
      404,
      'No such chart',
      'Charts are period, pillars, types, regions and timeline, each as .csv and .svg',
    );
  const files = await reading;
  if (ending === 'csv')
    return new Response(csvOf(files.header, files.rows), {
      headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' },
    });
  return new Response(await pictureOf(files, filters), {
    headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
}
