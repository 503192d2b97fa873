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
import { numberWords } from '@/lib/timeline-words';
import { Legend } from './legend';
import { TimelineLive } from './timeline-live';

export interface TimelineProps {
  /** By first day; at most TIMELINE_LIMIT of them. */
  events: readonly TimelineEvent[];
  bands: readonly LockdownBand[];
  filters: Filters;
  /** What is shown where the URL names no view. */
  view: View;
  laneBy: LaneBy;
  today: Day;
  /** First and last day of the events. */
  extent: View;
  /** How many events there are, where more than were sent. */
  total?: number;
  /** Lower lanes without titles, and no choice of lanes: for a page on which the timeline is not the main thing. */
  compact?: boolean;
}

const names: Record<LaneBy, string> = { pillar: 'pillar', type: 'type of event', region: 'place' };

/** The timeline as a figure: title, what is measured, legend, drawing (on a phone a list by month), source and other forms. */
export function Timeline(props: TimelineProps) {
  const {
    events,
    bands,
    filters,
    view,
    laneBy,
    today,
    extent,
    total = events.length,
    compact = false,
  } = props;
  const id = 'timeline-title';
  return (
    <figure className="pw-tl" aria-labelledby={id}>
      <figcaption>
        <h2 className="pw-tl-title" id={id}>
          Timeline by {names[laneBy]}
        </h2>
        <p className="pw-tl-subtitle pw-tl-narrow">Events by the month in which they begin.</p>
        <p className="pw-tl-subtitle pw-tl-wide">
          Each mark is an event at its date. Hollow marks are known only by the day they were reported; bars
          run over the span within which something happened, or through which it lasted.
        </p>
      </figcaption>
      {total > events.length && <Truncated shown={events.length} total={total} />}
      {events.length === 0 ? (
        <p className="pw-tl-empty">No event passes these filters, so there is nothing to draw.</p>
      ) : (
        <>
          <Legend several={laneBy !== 'pillar'} banded={bands.length > 0} />
          <TimelineLive
            data={{ columns: packEvents(events, placeName), bands, laneBy, today, extent, compact }}
            view={view}
            filterQuery={filtersToQuery(filters)}
          />
        </>
      )}
    </figure>
  );
}

function Truncated({ shown, total }: { shown: number; total: number }) {
  return (
    <p className="govuk-inset-text pw-tl-truncated">
      Only the first {numberWords(shown)} of {numberWords(total)} events are drawn: a browser is sent{' '}
      {numberWords(TIMELINE_LIMIT)} at most. Choose fewer dates, places or types to see the rest.
    </p>
  );
}
