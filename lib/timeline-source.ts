import { packEvents } from './timeline-columns';
import { TimelineLayout, type Layout, type TimelineData, type TimelineEvents } from './timeline-layout';
import type { Stretch } from './timeline-stretch';
import { StretchLayout } from './timeline-stretches';

const isFew = (events: TimelineEvents): events is Exclude<TimelineEvents, { stretches: unknown }> =>
  Array.isArray(events);

/** How many events there are. */
export const countEvents = (events: TimelineEvents): number => (isFew(events) ? events.length : events.total);

/** What of a drawing's data is its events: all of them as columns, or what is known of the many. */
export function eventData(
  events: TimelineEvents,
  placeName: (code: string) => string,
): Pick<TimelineData, 'columns' | 'big'> {
  return isFew(events)
    ? { columns: packEvents(events, placeName) }
    : { columns: packEvents([], placeName), big: events };
}

/** Draws the data; of a big record from these stretches, by default those that came with it. */
export function layoutOf(
  { big, ...data }: TimelineData,
  stretches: readonly Stretch[] = big?.stretches ?? [],
): Layout {
  return big ? new StretchLayout({ ...data, big }, stretches) : new TimelineLayout(data);
}
