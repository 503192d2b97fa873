import { answering } from '@/app/_http/answer-file';
import { studyPicture } from '@/app/_before-after/study-pictures';
import { figureFile } from '@/app/_http/figure-file';
import { problem } from '@/app/_http/problem';
import { readStudyPage, type StudyPage } from '@/app/_http/study-data';
import type { Sheet } from '@/lib/csv';
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
export const GET = answering(async (request, { params }: RouteContext<'/before-after/files/[file]'>) => {
  const { file } = await params;
  const [name = ''] = file.split('.');
  if (!Object.hasOwn(sheets, name))
    return problem(
      'not-found',
      `There is no ${file} here. There are ${Object.keys(sheets).join(', ')}, each as .csv and .svg.`,
    );
  const { question, problems } = strictStudy(new URL(request.url).searchParams);
  return figureFile(request, {
    file,
    name,
    problems,
    asked: studyToQuery(question),
    filters: question.outcome,
    async sheet(db) {
      const page = await readStudyPage(db, question);
      return page.found ? sheets[name]!(page.found, page) : { header: ['not_enough_data'], rows: [] };
    },
    async picture(db) {
      const page = await readStudyPage(db, question);
      const { found, names } = page;
      return {
        picture: studyPicture(name, question, page),
        foot: [
          `Day 0: ${filterWords(question.anchors, names)}. Counted: ${filterWords(question.outcome, names)}.`,
          found ? observedSentence(found.study, found.observed, found.leftOut) : '',
          'Source: events of this record.',
        ].filter(Boolean),
      };
    },
  });
});
