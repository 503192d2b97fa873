import type { Metadata } from 'next';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { FlowFigure } from '@/app/_flows/flow-figure';
import { readFlowPage, readFlowSurroundings } from '@/app/_http/flow-data';
import { readRecord } from '@/app/_http/known-record';
import { parseAsked } from '@/lib/asked';
import { CopyLink } from '@/app/_ui/copy-link';
import { partProblems } from '@/lib/filter-words';
import { overviewSentence } from '@/lib/chart-sentences';
import { shownIn } from '@/lib/facets';
import { filtersToQuery, parseFilters } from '@/lib/filters';
import { overlayText } from '@/lib/overlay';
import { flowParametersOf, readFlowQuestion } from '@/lib/flows/flow-question';

const PATH = '/flows';

export const metadata: Metadata = {
  title: 'Flows',
  description:
    'Who sent what to whom: aid and other events that crossed a border, from origin to destination by month.',
};

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** Events that crossed a border, from origin to destination, under the reader's filters. */
export default async function FlowsPage({ searchParams }: PageProps<'/flows'>) {
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const question = readFlowQuestion({
    of: one(query.of),
    month: one(query.month),
    amount: one(query.amount),
  });
  const { db, known } = await readRecord(filters);
  const given = parseAsked(query);
  const page = await readFlowPage(db, filters, question, shownIn(query));
  const around = await readFlowSurroundings(db, page, filters, given);
  const keep = Object.fromEntries(
    Object.entries(flowParametersOf(question)).map(([name, value]) => [name, value ?? undefined]),
  );
  const over = overlayText(given.overlay);
  return (
    <ExploreFrame
      path={PATH}
      {...{ filters, known }}
      problems={[...problems, ...partProblems(question.problems), ...given.problems]}
      keep={{ ...keep, over }}
      facets={page.facets}
      sentence={overviewSentence(page.facets, filters)}
      actions={<CopyLink />}
    >
      <FlowFigure path={PATH} {...{ filters, question, page, around }} />
      <OverlayPanel
        path={PATH}
        query={filtersToQuery(filters, keep)}
        asOf={filters.asOf}
        {...around}
        below={{ chosen: null, options: [] }}
      />
    </ExploreFrame>
  );
}
