import { AssessmentFigure } from '@/app/_assessments/assessment-figure';
import { BreakdownFigure } from '@/app/_charts/breakdown-figure';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { PeriodFigure } from '@/app/_charts/period-figure';
import { PillarTiles } from '@/app/_charts/pillar-tiles';
import { EventBriefs } from '@/app/_events/event-briefs';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { Link } from '@/app/_ui/link';
import { askedText } from '@/lib/asked';
import { annotationsOn, readExplore } from '@/app/_http/explore-data';
import { readRecord } from '@/app/_http/known-record';
import { OffBand } from '@/app/_indicators/off-band';
import { Timeline } from '@/app/_timeline/timeline';
import { CopyLink } from '@/app/_ui/copy-link';
import { currentAssessments } from '@/db/assessments';
import { newestEvents, type EventSummary } from '@/db/events';
import { readPeriods } from '@/db/facets';
import { readWatched } from '@/db/indicator-readings';
import { chartRange } from '@/lib/chart-range';
import { overviewSentence } from '@/lib/chart-sentences';
import { countOf } from '@/lib/numbers';
import { today } from '@/lib/days';
import { filtersToQuery, hrefWith, parseFilters, withFilters, type Filters } from '@/lib/filters';

const PATH = '/';
/** Assessments that are shown here; the others have a page. */
const FEW = 4;

interface LatestProps {
  events: readonly EventSummary[];
  filters: Filters;
  total: number;
}

function Latest({ events, filters, total }: LatestProps) {
  return (
    <section className="pw-figure pw-figure--tall" aria-labelledby="newest-title">
      <h2 className="pw-figure__title" id="newest-title">
        Latest events
      </h2>
      <p className="pw-figure__subtitle">Newest first</p>
      <EventBriefs events={events} asOf={filters.asOf} />
      {total > 0 && (
        <p className="pw-figure__foot">
          <Link href={hrefWith('/events', filters)}>All {countOf(total, 'event')}</Link>
        </p>
      )}
    </section>
  );
}

/** What the overview reads, under the filters and the other parameters of its address. */
async function readOverview(filters: Filters, query: Record<string, string | string[] | undefined>) {
  const { db, known } = await readRecord(filters);
  const [explore, newest, watched, assessments] = await Promise.all([
    readExplore(db, filters, query),
    newestEvents(db, filters, 8),
    readWatched(db, filters.asOf),
    currentAssessments(db, filters, FEW),
  ]);
  const range = chartRange(explore.view, explore.facets.span);
  const periods = await readPeriods(db, filters, range);
  // The tiles count each pillar under the other filters, so that readers can change sides; their bars must too.
  const byPillar =
    filters.pillar.length === 0
      ? periods
      : await readPeriods(db, withFilters(filters, { pillar: [] }), range);
  const annotations = await annotationsOn(db, filters, periods);
  return { ...explore, annotations, known, newest, watched, assessments, periods, byPillar };
}

/** The overview: what happened, where and when, under the reader's filters. */
export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const read = await readOverview(filters, query);
  const { facets, known, events, over, extent, view, newest, watched, assessments } = read;
  const { overlay, marks, below } = over;
  const keep = askedText({ overlay, below: below.chosen?.choice ?? null });
  return (
    <ExploreFrame
      path={PATH}
      {...{ filters, facets, known }}
      problems={[...problems, ...over.problems]}
      keep={keep}
      sentence={overviewSentence(facets, filters)}
      actions={<CopyLink />}
    >
      <PillarTiles path={PATH} {...{ filters, keep }} counts={facets.pillar} data={read.byPillar} />
      {/* What is chosen to stand below stands below the chart by period here, where there is room for its numbers. */}
      <Timeline
        {...{ events, filters, view, extent }}
        over={{ overlay, marks, annotations: over.annotations }}
        laneBy="pillar"
        today={today()}
        compact
      />
      <OverlayPanel path={PATH} query={filtersToQuery(filters)} asOf={filters.asOf} {...over} />
      <div className="pw-columns">
        <PeriodFigure
          path={PATH}
          {...{ filters, extent }}
          data={read.periods}
          total={facets.total}
          overlay={overlay}
          spells={marks.bands}
          annotations={read.annotations}
          below={below.chosen}
        />
        <BreakdownFigure by="types" path={PATH} {...{ filters, facets, keep }} />
        <BreakdownFigure by="regions" path={PATH} {...{ filters, facets, keep }} />
        <Latest events={newest} filters={filters} total={facets.total} />
        <BreakdownFigure by="pillars" path={PATH} {...{ filters, facets, keep }} />
        <AssessmentFigure assessments={assessments} filters={filters} />
        <OffBand watched={watched} asOf={filters.asOf} />
      </div>
    </ExploreFrame>
  );
}
