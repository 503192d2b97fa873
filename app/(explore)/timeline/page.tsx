import type { Metadata } from 'next';
import { BreakdownFigure } from '@/app/_charts/breakdown-figure';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { readExplore } from '@/app/_http/explore-data';
import { askedText } from '@/lib/asked';
import { readRecord } from '@/app/_http/known-record';
import { Linked } from '@/app/_timeline/marking';
import { Timeline } from '@/app/_timeline/timeline';
import { CopyLink } from '@/app/_ui/copy-link';
import { breakdowns } from '@/lib/breakdowns';
import { overviewSentence } from '@/lib/chart-sentences';
import { today } from '@/lib/days';
import { filtersToQuery, parseFilters } from '@/lib/filters';
import { parseLanes } from '@/lib/timeline';

export const metadata: Metadata = {
  title: 'Timeline',
  description:
    'Every event of the record at its date, to zoom, pan and mark dates in, by pillar, type or place.',
};

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0];

/** The whole record as lanes, to zoom, pan and mark dates in. */
export default async function TimelinePage({ searchParams }: PageProps<'/timeline'>) {
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const laneBy = parseLanes(one(query.lanes));
  const { db, known } = await readRecord(filters);
  const { facets, over, ...data } = await readExplore(db, filters, query, laneBy);
  const keep = { lanes: one(query.lanes), view: one(query.view) };
  const kept = { ...keep, ...askedText({ overlay: over.overlay, below: over.below.chosen?.choice ?? null }) };
  return (
    <ExploreFrame
      path="/timeline"
      {...{ filters, facets, known }}
      problems={[...problems, ...over.problems]}
      keep={kept}
      sentence={overviewSentence(facets, filters)}
      actions={<CopyLink />}
    >
      <Linked>
        <Timeline {...data} {...{ filters, laneBy, over }} today={today()} />
        <OverlayPanel path="/timeline" query={filtersToQuery(filters, keep)} asOf={filters.asOf} {...over} />
        <div className="pw-columns">
          {breakdowns.map((by) => (
            <BreakdownFigure key={by} by={by} path="/timeline" {...{ filters, facets }} keep={kept} linked />
          ))}
        </div>
      </Linked>
    </ExploreFrame>
  );
}
