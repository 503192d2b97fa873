import { studyPicture } from '@/app/_before-after/study-pictures';
import { Picture } from '@/app/_charts/picture';
import { etagOf, holdsState, stateHeaders } from '@/app/_http/etag';
import { problem, queryProblem } from '@/app/_http/problem';
import { readStudyPage, type StudyPage } from '@/app/_http/study-data';
import { database } from '@/db/client';
import { csvOf, type Sheet } from '@/lib/csv';
import { env } from '@/lib/env';
import { strictStudy, studyToQuery } from '@/lib/event-study/study-question';
import { alignedSheet, placeboSheet, ratioSheet, zeroSheet } from '@/lib/event-study/study-sheets';
import { observedSentence } from '@/lib/event-study/study-words';
import { filterWords } from '@/lib/filter-words';

const sheets: Record<string, (found: NonNullable<StudyPage['found']>, page: StudyPage) => Sheet> = {
  aligned: ({ study }) => alignedSheet(study),
  ratios: ({ study }) => ratioSheet(study),
  placebo: ({ study }) => placeboSheet(study.placebo),
  anchors: ({ study }, { zeros }) => zeroSheet(study, zeros),
};

/** The figures of a study as tables or pictures: /before-after/files/aligned.csv?a.type=lockdown&b.type=attack. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/before-after/files/[file]'>,
): Promise<Response> {
  const { file } = await params;
  const [name = '', ending] = file.split('.');
  if (!Object.hasOwn(sheets, name) || (ending !== 'csv' && ending !== 'svg'))
    return problem(
      404,
      'No such file',
      `There is no ${file} here. There are ${Object.keys(sheets).join(', ')}, each as .csv and .svg.`,
    );
  const { question, problems } = strictStudy(new URL(request.url).searchParams);
  if (problems.length > 0) return queryProblem(problems);
  const etag = await etagOf(`/before-after/files/${file}`, studyToQuery(question));
  const headers = {
    ...stateHeaders(etag),
    'Content-Disposition': `attachment; filename="pillarwatch-before-after-${file}"`,
  };
  if (holdsState(request, etag)) return new Response(null, { status: 304, headers });
  const page = await readStudyPage(database(), question);
  const { found, names } = page;
  if (!found) return problem(404, 'Not enough data', 'The record names no day that could be observed.');
  if (ending === 'csv')
    return new Response(csvOf(sheets[name]!(found, page)), {
      headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8; header=present' },
    });
  const picture = studyPicture(name, question, page);
  if (!picture) return problem(404, 'Nothing to draw', 'There is not enough data for a picture.');
  const foot = [
    `Day 0: ${filterWords(question.anchors, names)}. Counted: ${filterWords(question.outcome, names)}.`,
    observedSentence(found.study, found.observed, found.leftOut),
    'Source: events of this record.',
  ];
  const { renderToStaticMarkup } = await import('react-dom/server');
  const svg = renderToStaticMarkup(<Picture picture={picture} marking={env().MARKING} foot={foot} />);
  return new Response(svg, { headers: { ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' } });
}
