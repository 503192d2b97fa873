import { answering } from '@/app/_http/answer-file';
import { comparePicture } from '@/app/_compare/compare-pictures';
import { readComparePage } from '@/app/_http/compare-data';
import { figureFile } from '@/app/_http/figure-file';
import { overlayProblems } from '@/app/_http/chart-names';
import { problem } from '@/app/_http/problem';
import { asColumns } from '@/app/_http/surroundings';
import { askedText, parseAsked } from '@/lib/asked';
import { strictCompare } from '@/lib/compare/compare-question';
import { compareSheets } from '@/lib/compare/compare-sheets';
import { daysSentence, overlapSentence } from '@/lib/compare/compare-words';
import { filterWords } from '@/lib/filter-words';
import { pairToQuery } from '@/lib/prefixed-filters';

/** The figures of a comparison as tables or pictures: /compare/files/mix.csv?a.region=GB&b.region=FR. */
export const GET = answering(async (request, { params }: RouteContext<'/compare/files/[file]'>) => {
  const { file } = await params;
  const [name = ''] = file.split('.');
  if (!Object.hasOwn(compareSheets, name))
    return problem(
      'not-found',
      `There is no ${file} here. There are ${Object.keys(compareSheets).join(', ')}, each as .csv and .svg.`,
    );
  const query = new URL(request.url).searchParams;
  const { question, problems } = strictCompare(query, name === 'timeline' ? ['over', 'below'] : []);
  const given = parseAsked(query);
  return figureFile(request, {
    file,
    name,
    problems: [...problems, ...overlayProblems(query)],
    asked: pairToQuery(question, askedText(given)),
    filters: question.a,
    async sheet(db) {
      const { found, around } = await readComparePage(db, question, given);
      return compareSheets[name]!(found, asColumns(around));
    },
    async picture(db) {
      const page = await readComparePage(db, question, given);
      return {
        picture: comparePicture(name, page),
        foot: [
          `A: ${filterWords(question.a, page.names)}. B: ${filterWords(question.b, page.names)}.`,
          daysSentence(page.found),
          overlapSentence(page.found) ?? '',
          'Source: events of this record.',
        ].filter(Boolean),
      };
    },
  });
});
