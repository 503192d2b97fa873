import { sourceSets } from '@/db/seed/source-sets';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { buildIndex, type EventIndex, type IndexRow } from '@/lib/event-index';
import { placeNumber } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';

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
});

/** The index of these events, numbered from nought in their order. */
export const indexOf = (events: readonly EventInput[]): EventIndex =>
  buildIndex(events.map(rowOf), sourceSets);
