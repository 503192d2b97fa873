import { comparePicture } from '@/app/_compare/compare-pictures';
import { readComparePage } from '@/app/_http/compare-data';
import { figureFile } from '@/app/_http/figure-file';
import { problem } from '@/app/_http/problem';
import { strictCompare } from '@/lib/compare/compare-question';
import { compareSheets } from '@/lib/compare/compare-sheets';
import { daysSentence, overlapSentence } from '@/lib/compare/compare-words';
import { filterWords } from '@/lib/filter-words';
import { pairToQuery } from '@/lib/prefixed-filters';

/** The figures of a comparison as tables or pictures: /compare/files/mix.csv?a.region=GB&b.region=FR. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/compare/files/[file]'>,
): Promise<Response> {
  const { file } = await params;
  const [name = ''] = file.split('.');
  if (!Object.hasOwn(compareSheets, name))
    return problem(
      404,
      'No such file',
      `There is no ${file} here. There are ${Object.keys(compareSheets).join(', ')}, each as .csv and .svg.`,
    );
  const { question, problems } = strictCompare(new URL(request.url).searchParams);
  return figureFile(request, {
    file,
    name,
    problems,
    asked: pairToQuery(question),
    filters: question.a,
    sheet: async (db) => compareSheets[name]!((await readComparePage(db, question)).found),
    async picture(db) {
      const page = await readComparePage(db, question);
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
}
