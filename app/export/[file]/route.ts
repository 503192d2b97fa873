import { eventFile } from '@/app/_http/event-file';
import { problem, queryProblem } from '@/app/_http/problem';
import { exportFormats } from '@/lib/export/formats';
import { strictFilters } from '@/lib/strict-filters';

/** The events that pass the filters of the query as a file: /export/events.csv?pillar=prevent. */
export async function GET(request: Request, { params }: RouteContext<'/export/[file]'>): Promise<Response> {
  const { file } = await params;
  const format = exportFormats.find((one) => one.file === file);
  if (!format) {
    const files = exportFormats.map((one) => one.file).join(', ');
    return problem(404, 'No such file', `There is no file ${file} here. There are ${files}.`);
  }
  const { filters, problems } = strictFilters(new URL(request.url).searchParams);
  return problems.length > 0 ? queryProblem(problems) : eventFile(request, format.code, filters);
}

export { GET as HEAD };
