import { answering } from '@/app/_http/answer-file';
import { flowPicture } from '@/app/_flows/flow-picture';
import { overlayProblems } from '@/app/_http/chart-names';
import { figureFile } from '@/app/_http/figure-file';
import { readFlowPage, readFlowSurroundings } from '@/app/_http/flow-data';
import { asColumns } from '@/app/_http/surroundings';
import { parseAsked } from '@/lib/asked';
import { filterWords } from '@/lib/filter-words';
import { flowParameters, flowQuery, readFlowQuestion } from '@/lib/flows/flow-question';
import { flowSheet } from '@/lib/flows/flow-sheet';
import { overlayText } from '@/lib/overlay';
import { sourceWords } from '@/lib/source-words';
import { strictFilters } from '@/lib/strict-filters';

/** Flows under the filters of the query, as their numbers or as a picture: /flows/files/flows.csv?of=CN&type=aid_shipment. */
export const GET = answering(async (request, { params }: RouteContext<'/flows/files/[file]'>) => {
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, [...flowParameters, 'over']);
  const asked = Object.fromEntries(flowParameters.map((name) => [name, query.get(name)]));
  const question = readFlowQuestion(asked);
  const given = parseAsked(query);
  return figureFile(request, {
    file: (await params).file,
    name: 'flows',
    problems: [...problems, ...question.problems, ...overlayProblems(query)],
    asked: flowQuery(filters, question, { over: overlayText(given.overlay) }),
    filters,
    async sheet(db) {
      const page = await readFlowPage(db, filters, question);
      const around = await readFlowSurroundings(db, page, filters, given);
      return flowSheet(page.shown, question, asColumns(around));
    },
    picture: async (db) => {
      const page = await readFlowPage(db, filters, question);
      return {
        picture: flowPicture(page, question),
        foot: [`${filterWords(filters, page.facets)}.`, sourceWords(page.facets, filters)],
      };
    },
  });
});
