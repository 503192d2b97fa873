import { answering } from '@/app/_http/answer-file';
import { evidencePicture } from '@/app/_evidence/evidence-picture';
import { csvAnswer } from '@/app/_http/csv-answer';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { overlayProblems } from '@/app/_http/chart-names';
import { evidenceSurroundings } from '@/app/_http/indicator-data';
import { problem, queryProblem } from '@/app/_http/problem';
import { readArticles } from '@/db/articles';
import { readEvidence } from '@/db/evidence';
import { readIndicator } from '@/db/indicators';
import { recordFor } from '@/db/known-record';
import { parseAsked } from '@/lib/asked';
import { formatDay, today } from '@/lib/days';
import { env } from '@/lib/env';
import { balanceOf } from '@/lib/evidence/balance';
import { evidenceSheet } from '@/lib/evidence/evidence-sheet';
import { filtersToQuery, noFilters } from '@/lib/filters';
import { overlayText } from '@/lib/overlay';
import { strictKnowledge } from '@/lib/strict-filters';
import { pictureAnswer } from '@/app/_http/picture-answer';
import { figureName } from '@/lib/figure-name';

const endings = ['csv', 'svg'];

/** The evidence for a question as CSV with citations, or its balance as a picture: /indicators/evidence/attacks.csv. */
export const GET = answering(async (request, { params }: RouteContext<'/indicators/evidence/[file]'>) => {
  const { file } = await params;
  const [slug = '', ending = ''] = file.split('.');
  const query = new URL(request.url).searchParams;
  const others = new URLSearchParams([...query].filter(([key]) => key !== 'over'));
  const { asOf, problems } = strictKnowledge(others, 'Evidence has no filter');
  const given = parseAsked(query);
  const db = await recordFor({ asOf });
  const known = endings.includes(ending) && /^[a-z0-9-]{1,60}$/.test(slug);
  const indicator = known ? await readIndicator(db, slug) : null;
  if (!indicator)
    return problem('not-found', `There is no ${file} here. Evidence has ${endings.join(', ')}.`);
  const wrong = [...problems, ...overlayProblems(query)];
  if (wrong.length > 0) return queryProblem(wrong);
  const etag = await etagOf(
    `/indicators/evidence/${file}`,
    filtersToQuery({ ...noFilters, asOf }, { over: overlayText(given.overlay) }),
  );
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="${figureName(new URL(request.url).pathname)}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const items = await readEvidence(db, slug, { asOf });
  if (ending === 'csv') {
    const context = { publicUrl: env().PUBLIC_URL, accessed: today(), asOf };
    const sheet = evidenceSheet(items, { indicator, articles: await readArticles(db), ...context });
    return csvAnswer(request, sheet, headers);
  }
  const balance = balanceOf(items);
  const around = await evidenceSurroundings(db, given, indicator, balance, asOf);
  const picture = evidencePicture(indicator, balance, around);
  const foot = [
    'Source: events of this record, linked by editors.',
    ...(asOf ? [`As known on ${formatDay(asOf)}.`] : []),
  ];
  return pictureAnswer(db, { picture, foot }, headers);
});
