import { BelowCaption, BelowFigure } from '@/app/_charts/below-panel';
import { NoteList } from '@/app/_charts/note-marks';
import type { Day } from '@/lib/days';
import type { Annotation } from '@/lib/annotations/annotation';
import { editorNotes } from '@/lib/annotations/note-words';
import { belowText, type Below, type BelowChoice } from '@/lib/below';
import { filtersToQuery, type Filters } from '@/lib/filters';
import { overlayText, type Overlay } from '@/lib/overlay';
import { placeName } from '@/lib/places';
import type { LaneBy, LockdownBand, View } from '@/lib/timeline';
import type { TimelineEvents } from '@/lib/timeline-layout';
import { countEvents, eventData } from '@/lib/timeline-source';
import { formatCount } from '@/lib/numbers';
import { Legend } from './legend';
import { TimelineLive } from './timeline-live';

interface TimelineProps {
  events: TimelineEvents;
  /** What lies over it, and what the bands are; which notes are on its days, and what stands below it. */
  over: {
    overlay: Overlay;
    marks: { bands: readonly LockdownBand[] };
    annotations?: readonly Annotation[];
    below?: { chosen: { choice: BelowChoice; measure: Below } | null };
  };
  filters: Filters;
  /** What is shown where the URL names no view. */
  view: View;
  laneBy: LaneBy;
  today: Day;
  /** First and last day of the record: how far the view can go. */
  extent: View;
  /** What the figure is called, where it is not the lanes that matter. */
  title?: string;
  /** Lower lanes without titles, and no choice of lanes: for a page on which the timeline is not the main thing. */
  compact?: boolean;
  /** The page to which dates marked in the timeline lead as a filter; this one where none is given. */
  filterPath?: string;
}

/** The parameters that are there. */
const definedOf = (given: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const names: Record<LaneBy, string> = { pillar: 'pillar', type: 'type of event', region: 'place' };

/** The timeline as a figure: title, what is measured, legend, drawing (on a phone a list by month), source and other forms. */
export function Timeline(props: TimelineProps) {
  const { events, over, filters, view, laneBy, today, extent, compact = false, filterPath = '' } = props;
  const { overlay, annotations = [] } = over;
  const { bands } = over.marks;
  const below = over.below?.chosen ?? null;
  const pinned = editorNotes(annotations);
  const total = countEvents(events);
  const { columns, big } = eventData(events, placeName);
  const id = 'timeline-title';
  return (
    <figure className="pw-tl" aria-labelledby={id}>
      <Caption id={id} title={props.title ?? `Timeline by ${names[laneBy]}`} />
      {big && <Many total={total} />}
      {total === 0 ? (
        <p>No event passes these filters, so there is nothing to draw.</p>
      ) : (
        <>
          <Legend several={laneBy !== 'pillar'} banded={bands.length > 0 ? overlay.kind : 'none'} />
          <TimelineLive
            data={{
              columns,
              bands,
              laneBy,
              today,
              extent,
              compact,
              big,
              pinned,
              below: below && below.measure,
            }}
            view={view}
            filterQuery={filtersToQuery(filters)}
            filterPath={filterPath}
            asked={definedOf({ over: overlayText(overlay), below: belowText(below?.choice ?? null) })}
          />
          <NoteList notes={annotations.map((annotation, i) => ({ number: i + 1, annotation }))} />
          {below && (
            <>
              <div className="pw-tl-wide pw-below">
                <BelowCaption below={below.measure} />
              </div>
              {/* A list by month has no axis of time: the panel stands by itself over the dates shown first. */}
              <div className="pw-tl-narrow">
                <BelowFigure below={below.measure} columns={[view]} />
              </div>
            </>
          )}
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

function Many({ total }: { total: number }) {
  return (
    <p className="pw-tl-subtitle pw-tl-wide">
      {formatCount(total)} events are too many to draw one by one: bars count them by the days in which they
      begin. Choose a bar to zoom in, until single events are drawn.
    </p>
  );
}
