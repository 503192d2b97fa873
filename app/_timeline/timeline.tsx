import type { Day } from '@/lib/days';
import { filtersToQuery, type Filters } from '@/lib/filters';
import { placeName } from '@/lib/places';
import {
  TIMELINE_LIMIT,
  type LaneBy,
  type LockdownBand,
  type TimelineEvent,
  type View,
} from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import { formatCount } from '@/lib/numbers';
import { Legend } from './legend';
import { TimelineLive } from './timeline-live';

interface TimelineProps {
  /** By first day; at most TIMELINE_LIMIT of them. */
  events: readonly TimelineEvent[];
  bands: readonly LockdownBand[];
  filters: Filters;
  /** What is shown where the URL names no view. */
  view: View;
  laneBy: LaneBy;
  today: Day;
  /** First and last day of the record: how far the view can go. */
  extent: View;
  /** How many events there are, where more than were sent. */
  total?: number;
  /** What the figure is called, where it is not the lanes that matter. */
  title?: string;
  /** Lower lanes without titles, and no choice of lanes: for a page on which the timeline is not the main thing. */
  compact?: boolean;
  /** The page to which dates marked in the timeline lead as a filter; this one where none is given. */
  filterPath?: string;
}

const names: Record<LaneBy, string> = { pillar: 'pillar', type: 'type of event', region: 'place' };

/** The timeline as a figure: title, what is measured, legend, drawing (on a phone a list by month), source and other forms. */
export function Timeline(props: TimelineProps) {
  const { events, bands, filters, view, laneBy, today, extent, compact = false, filterPath = '' } = props;
  const { total = events.length } = props;
  const columns = packEvents(events, placeName);
  const truncated = total > events.length;
  const id = 'timeline-title';
  return (
    <figure className="pw-tl" aria-labelledby={id}>
      <Caption id={id} title={props.title ?? `Timeline by ${names[laneBy]}`} />
      {truncated && <Truncated shown={events.length} total={total} />}
      {events.length === 0 ? (
        <p>No event passes these filters, so there is nothing to draw.</p>
      ) : (
        <>
          <Legend several={laneBy !== 'pillar'} banded={bands.length > 0} />
          <TimelineLive
            data={{ columns, bands, laneBy, today, extent, compact, truncated }}
            view={view}
            filterQuery={filtersToQuery(filters)}
            filterPath={filterPath}
          />
        </>
      )}
    </figure>
  );
}

function Caption({ id, title }: { id: string; title: string }) {
  return (
    <figcaption>
      <h2 className="pw-tl-title" id={id}>
        {title}
      </h2>
      <p className="pw-tl-subtitle pw-tl-narrow">Events by the month in which they begin.</p>
      <p className="pw-tl-subtitle pw-tl-wide">
        Each mark is an event at its date. Hollow marks are known only by the day they were reported; bars run
        over the span within which something happened, or through which it lasted.
      </p>
    </figcaption>
  );
}

function Truncated({ shown, total }: { shown: number; total: number }) {
  return (
    <p className="govuk-inset-text pw-tl-truncated">
      Only the first {formatCount(shown)} of {formatCount(total)} events are drawn: a browser is sent{' '}
      {formatCount(TIMELINE_LIMIT)} at most. Choose fewer dates, places or types to see the rest.
    </p>
  );
}
