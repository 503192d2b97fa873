import { answering } from '@/app/_http/answer-file';
import { readBriefing } from '@/app/_http/briefing-data';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { problem, queryProblem } from '@/app/_http/problem';
import { recordFor } from '@/db/known-record';
import { briefingDocx } from '@/lib/briefing/briefing-docx';
import { briefingMarkdown } from '@/lib/briefing/briefing-markdown';
import { filtersToQuery } from '@/lib/filters';
import { strictFilters } from '@/lib/strict-filters';

const types: Record<string, string> = {
  'briefing.md': 'text/markdown; charset=utf-8',
  'briefing.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The brief of a filtered view as a file: /briefing/briefing.docx?pillar=prevent. */
export const GET = answering(async (request, { params }: RouteContext<'/briefing/[file]'>) => {
  const { file } = await params;
  const type = Object.hasOwn(types, file) ? types[file] : undefined;
  if (!type)
    return problem('not-found', `There is no file ${file} here. There are ${Object.keys(types).join(', ')}.`);
  const { filters, problems } = strictFilters(new URL(request.url).searchParams);
  if (problems.length > 0) return queryProblem(problems);
  const etag = await etagOf(`/briefing/${file}`, filtersToQuery(filters));
  const headers = stateHeaders(etag);
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const { briefing, periods } = await readBriefing(await recordFor(filters), filters);
  const body = file.endsWith('.md')
    ? briefingMarkdown(briefing, periods)
    : Buffer.from(await briefingDocx(briefing, periods));
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="pillarwatch-${file}"`,
    },
  });
});
