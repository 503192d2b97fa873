import { BreakdownFigure } from '@/app/_charts/breakdown-figure';
import { Timeline } from '@/app/_timeline/timeline';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { StillBars } from '@/app/_charts/still-bars';
import { Link } from '@/app/_ui/link';
import type { EventSummary } from '@/db/events';
import type { Around } from '@/app/_http/explore-data';
import type { Breakdown } from '@/lib/breakdowns';
import { countOf } from '@/lib/numbers';
import { today } from '@/lib/days';
import type { Facets } from '@/lib/facets';
import { filtersToQuery, type Filters } from '@/lib/filters';
import type { View } from '@/lib/timeline';
import type { TimelineEvents } from '@/lib/timeline-layout';
import { EventBriefs } from './event-briefs';

interface Props {
  facets: Facets;
  events: TimelineEvents;
  over: Around;
  /** The page, and the filters that stand in its URL: where another overlay is chosen. */
  path: string;
  own: Filters;
  view: View;
  extent: View;
  newest: readonly EventSummary[];
  filters: Filters;
  by: readonly Breakdown[];
  /** The list with one more filter. */
  hrefOf(change: Partial<Filters>): string;
}

const ACTORS = 8;

/** What a profile shows of its events: timeline, breakdowns, actors, newest. */
export function ProfileBody(props: Props) {
  const { facets, events, over, path, own, view, extent, newest, filters, by, hrefOf } = props;
  const actors = facets.actor
    .flatMap((actor) => (actor.count ? [{ ...actor, count: actor.count }] : []))
    .slice(0, ACTORS);
  return (
    <>
      <Timeline {...{ events, over, filters, view, extent }} laneBy="pillar" today={today()} compact />
      <OverlayPanel path={path} query={filtersToQuery(own)} asOf={own.asOf} {...over} />
      <div className="pw-columns">
        {by.map((breakdown) => (
          <BreakdownFigure key={breakdown} by={breakdown} path="/events" {...{ filters, facets }} />
        ))}
        <section className="pw-figure" aria-labelledby="by-actor">
          <h2 className="pw-figure__title" id="by-actor">
            Most frequent actors
          </h2>
          <p className="pw-figure__subtitle">Events in which each is named, in any role</p>
          <StillBars
            rows={actors.map(({ value, label, count }) => ({
              label,
              count,
              href: hrefOf({ actor: [value] }),
            }))}
          />
        </section>
        <section className="pw-figure" aria-labelledby="newest">
          <h2 className="pw-figure__title" id="newest">
            Latest events
          </h2>
          <EventBriefs events={newest} asOf={filters.asOf} />
          {facets.total > 0 && (
            <p className="pw-figure__foot">
              <Link href={hrefOf({})}>All {countOf(facets.total, 'event')}</Link>
            </p>
          )}
        </section>
      </div>
    </>
  );
}
