import { ExploreFrame } from '@/app/_filters/explore-frame';
import { Timeline } from '@/app/_timeline/timeline';
import { CopyLink } from '@/app/_ui/copy-link';
import { database } from '@/db/client';
import { lockdownBands, newestEvents, timelineEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { dayFromNumber, today } from '@/lib/days';
import { parseFilters } from '@/lib/filters';
import { TIMELINE_LIMIT } from '@/lib/timeline';
import { defaultView } from '@/lib/timeline-view';

/** The overview: what happened, where and when, under the reader's filters. */
export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const db = database();
  const [facets, events, bands, newest] = await Promise.all([
    readFacets(db, filters),
    timelineEvents(db, filters, TIMELINE_LIMIT),
    lockdownBands(db, filters),
    newestEvents(db, filters, 8),
  ]);
  const span = facets.span ?? facets.extent;
  const extent = span ? { from: dayFromNumber(span.from), to: dayFromNumber(span.to) } : { from: today(), to: today() };
  const view = defaultView(events.map((event) => event.startsOn), extent, filters);
  return (
    <ExploreFrame path="/" {...{ filters, problems, facets }} actions={<CopyLink />}>
      <Timeline {...{ events, bands, filters, view, extent }} laneBy="pillar" today={today()} total={facets.total} compact />
      <p>{newest.length}</p>
    </ExploreFrame>
  );
}
