import { flowPicture } from '@/app/_flows/flow-picture';
import { figureFile } from '@/app/_http/figure-file';
import { readFlowPage } from '@/app/_http/flow-data';
import { filterWords } from '@/lib/filter-words';
import { flowParameters, flowQuery, readFlowQuestion } from '@/lib/flows/flow-question';
import { flowSheet } from '@/lib/flows/flow-sheet';
import { strictFilters } from '@/lib/strict-filters';

/** Flows under the filters of the query, as their numbers or as a picture: /flows/files/flows.csv?of=CN&type=aid_shipment. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/flows/files/[file]'>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { filters, problems } = strictFilters(query, flowParameters);
  const asked = Object.fromEntries(flowParameters.map((name) => [name, query.get(name)]));
  const question = readFlowQuestion(asked);
  return figureFile(request, {
    file: (await params).file,
    name: 'flows',
    problems: [...problems, ...question.problems],
    asked: flowQuery(filters, question),
    filters,
    sheet: async (db) => flowSheet((await readFlowPage(db, filters, question)).shown, question),
    picture: async (db) => {
      const page = await readFlowPage(db, filters, question);
      return { picture: flowPicture(page, question), foot: [`${filterWords(filters, page.facets)}.`] };
    },
  });
}
