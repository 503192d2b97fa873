import { dayNumber } from '@/lib/days';
import { buildIndex } from '@/lib/event-index';
import { noFilters } from '@/lib/filters';
import { columnsOfRows } from '@/lib/index-columns';
import { askedOf } from '@/lib/lane-groups';
import { placeNumber } from '@/lib/places';
import { lanesAsked, stretchOf, wholeOf } from '@/lib/read-stretch';
import type { Span, TimelineEvent } from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import type { BigRecord, Stretch } from '@/lib/timeline-stretch';
import { datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';

const name = (code: string): string => code;

/** What the server answers about many events, made in the page: the record to begin with, and any view of it. */
export function answersOf(
  events: readonly TimelineEvent[],
  bounds: Span,
  bins: number,
): { big: BigRecord; stretch(view: Span): Stretch } {
  const rows = events.map((event) => ({
    id: event.id,
    start: dayNumber(event.startsOn),
    end: dayNumber(event.endsOn),
    place: placeNumber(event.region),
    type: eventTypes.indexOf(event.type),
    pillarMask: event.pillars.reduce((mask, pillar) => mask | (1 << pillars.indexOf(pillar)), 0),
    confidence: 0,
    dating: datings.indexOf(datingOf(event.precision)),
    set: 0,
    killed: 0,
  }));
  const lanes = lanesAsked(askedOf(buildIndex(columnsOfRows(rows), []), noFilters, null), 'pillar');
  const stretch = (view: Span): Stretch => {
    const found = stretchOf(lanes, { view, bins });
    if (found.kind === 'bins') return found;
    const { ids, ...rest } = found;
    return {
      ...rest,
      columns: packEvents(
        events.filter(({ id }) => ids.includes(id)),
        name,
      ),
    };
  };
  const whole = wholeOf(lanes, { view: bounds, bins });
  const span = { from: rows[0]!.start, to: rows[0]!.end + 1 };
  for (const { start, end } of rows) {
    span.from = Math.min(span.from, start);
    span.to = Math.max(span.to, end + 1);
  }
  return {
    big: { revision: 1, total: lanes.total, heads: lanes.heads, span, stretches: [whole] },
    stretch,
  };
}
