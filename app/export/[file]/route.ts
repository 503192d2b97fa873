import { answering } from '@/app/_http/answer-file';
import { CSV_TYPE } from '@/app/_http/csv-answer';
import { eventFile } from '@/app/_http/event-file';
import { problem, queryProblem } from '@/app/_http/problem';
import { csvOf } from '@/lib/csv';
import { dictionarySheet } from '@/lib/export/dictionary';
import { decodeFeedCursor } from '@/lib/export/feed-cursor';
import { exportFormats } from '@/lib/export/formats';
import { isDownloadId } from '@/lib/export/progress';
import { strictFilters } from '@/lib/strict-filters';

const DICTIONARY = 'dictionary.csv';

function dictionary(): Response {
  return new Response(csvOf(dictionarySheet()), {
    headers: { ...CSV_TYPE, 'Content-Disposition': `attachment; filename="pillarwatch-${DICTIONARY}"` },
  });
}

function noFile(file: string): Response {
  const files = [...exportFormats.map((one) => one.file), DICTIONARY].join(', ');
  return problem('not-found', `There is no file ${file} here. There are ${files}.`);
}

/** The events that pass the filters of the query as a file: /export/events.csv?pillar=prevent. */
export const GET = answering(async (request, { params }: RouteContext<'/export/[file]'>) => {
  const { file } = await params;
  const format = exportFormats.find((one) => one.file === file);
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, [format?.code === 'atom' ? 'after' : 'progress']);
  const given = query.get('after');
  const after = given === null ? null : decodeFeedCursor(given);
  if (format?.code === 'atom' && given !== null && after === null)
    problems.push({ parameter: 'after', value: given, detail: 'Follow the link of a page of the feed' });
  const downloadId = query.get('progress');
  if (format?.code !== 'atom' && downloadId !== null && !isDownloadId(downloadId))
    problems.push({ parameter: 'progress', value: downloadId, detail: 'Give 32 hexadecimal digits' });
  if (file === DICTIONARY) return dictionary();
  if (!format) return noFile(file);
  return problems.length > 0
    ? queryProblem(problems)
    : eventFile(request, format.code, filters, { after, downloadId });
});

export { GET as HEAD };
