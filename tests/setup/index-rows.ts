import { sourceSets } from '@/db/seed/source-sets';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { buildIndex, type EventIndex } from '@/lib/event-index';
import { columnsOfRows, MOST_KILLED, type IndexRow } from '@/lib/index-columns';
import { placeNumber } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';

/** People killed, as the event's measures say. */
const killedIn = ({ measures }: EventInput): number => {
  const counted = measures.filter(({ measure, value }) => measure === 'killed' && value > 0);
  return Math.min(MOST_KILLED, Math.round(counted.reduce((sum, { value }) => sum + value, 0)));
};

/** An event as the index takes it. */
export const rowOf = (event: EventInput, id: number): IndexRow => ({
  id,
  start: dayNumber(event.startsOn),
  end: dayNumber(event.endsOn),
  place: placeNumber(event.region),
  type: eventTypes.indexOf(event.type),
  pillarMask: event.pillars.reduce((mask, pillar) => mask | (1 << pillars.indexOf(pillar)), 0),
  confidence: confidences.indexOf(event.confidence),
  dating: datings.indexOf(datingOf(event.precision)),
  set: sourceSets.find(({ key }) => key === event.sourceSet)!.number,
  killed: killedIn(event),
});

/** The index of these events, numbered from nought in their order. */
export const indexOf = (events: readonly EventInput[]): EventIndex =>
  buildIndex(columnsOfRows(events.map(rowOf)), sourceSets);
