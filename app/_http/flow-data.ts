import type { Database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { readFlows } from '@/db/flows';
import { lastOfMonth } from '@/lib/days';
import type { NamedFilter } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { directionOf, type Flow } from '@/lib/flows/flow-sums';
import { flowCaveats, flowSentence } from '@/lib/flows/flow-words';
import { flowMonths, shownFlows, sumPairs, weightOf, type FlowQuestion } from '@/lib/flows/flow-view';
import { layoutSankey } from '@/lib/flows/sankey-layout';
import { readSurroundings } from './surroundings';
import type { Asked } from '@/lib/asked';

const sumOf = (flows: readonly Flow[], weight: (flow: Flow) => number): number =>
  flows.reduce((sum, flow) => sum + weight(flow), 0);

/** What the page of flows shows: all that passes, what of it is shown, its months, its diagram, and the answer in words. */
export async function readFlowPage(
  db: Database,
  filters: Filters,
  question: FlowQuestion,
  listed: readonly NamedFilter[] = [],
) {
  const [facets, { flows, amounts }] = await Promise.all([
    readFacets(db, filters, listed),
    readFlows(db, filters, question.amount),
  ]);
  const shown = shownFlows(flows, question);
  const pairs = sumPairs(shown);
  const months = flowMonths(flows, question, filters);
  const within =
    question.of === null
      ? 0
      : sumOf(
          pairs.filter((flow) => directionOf(flow, question.of!) === 'within'),
          ({ events }) => events,
        );
  const most =
    question.month === null
      ? sumOf(pairs, (flow) => weightOf(flow, question))
      : Math.max(1, ...months.map((month) => month.out + month.in));
  return {
    facets,
    amounts,
    flows,
    shown,
    pairs,
    months,
    sankey: layoutSankey(pairs, question, Math.max(most, Number.MIN_VALUE)),
    sentence: flowSentence(pairs, months, question),
    caveats: flowCaveats(pairs, question, within, facets.total - sumOf(flows, ({ events }) => events)),
  };
}

export type FlowPage = Awaited<ReturnType<typeof readFlowPage>>;

/** What lies over the months of flows. */
export const readFlowSurroundings = (
  db: Database,
  { months }: Pick<FlowPage, 'months'>,
  filters: Filters,
  { overlay }: Pick<Asked, 'overlay'>,
) => {
  const last = months.at(-1);
  const days = { from: months[0]?.month ?? null, to: last ? lastOfMonth(last.month) : null };
  return readSurroundings(db, { overlay, below: null }, filters, days);
};
