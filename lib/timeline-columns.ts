import { dayFromNumber, dayNumber } from './days';
import type { TimelineEvent } from './timeline';
import { eventTypes, pillars, precisions, type EventType, type Pillar, type Precision } from './vocabulary';

/**
 * The events as columns, in order of their first day (the longer first): half the size of a list of objects on its way to the browser, and
 * what the layout reads. Numbers are positions in lib/vocabulary; pillars are a mask with bit i for pillar i. Places
 * bring their names, since the tree of all places is too large for the browser.
 */
export interface TimelineColumns {
  readonly slug: readonly string[];
  readonly title: readonly string[];
  /** Days since 1970-01-01; the last day is included. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly precision: readonly number[];
  readonly type: readonly number[];
  readonly pillars: readonly number[];
  /** Positions in `places`. */
  readonly place: readonly number[];
  readonly places: readonly { code: string; name: string }[];
}

/** By first day; of those that begin on one day the longest first, as rows of bars are best packed. */
const inOrder = (a: TimelineEvent, b: TimelineEvent): number =>
  a.startsOn < b.startsOn
    ? -1
    : a.startsOn > b.startsOn
      ? 1
      : a.endsOn > b.endsOn
        ? -1
        : a.endsOn < b.endsOn
          ? 1
          : 0;

/** Packs events for the browser. */
export function packEvents(
  events: readonly TimelineEvent[],
  placeName: (code: string) => string,
): TimelineColumns {
  const sorted = [...events].sort(inOrder);
  const codes = [...new Set(sorted.map((event) => event.region))];
  const placeAt = new Map(codes.map((code, i) => [code, i]));
  return {
    slug: sorted.map((event) => event.slug),
    title: sorted.map((event) => event.title),
    start: sorted.map((event) => dayNumber(event.startsOn)),
    end: sorted.map((event) => dayNumber(event.endsOn)),
    precision: sorted.map((event) => precisions.indexOf(event.precision)),
    type: sorted.map((event) => eventTypes.indexOf(event.type)),
    pillars: sorted.map((event) =>
      event.pillars.reduce((mask, pillar) => mask | (1 << pillars.indexOf(pillar)), 0),
    ),
    place: sorted.map((event) => placeAt.get(event.region)!),
    places: codes.map((code) => ({ code, name: placeName(code) })),
  };
}

/** One event as people read it. */
export interface EventCard {
  slug: string;
  title: string;
  startsOn: string;
  endsOn: string;
  precision: Precision;
  type: EventType;
  pillars: Pillar[];
  placeName: string;
}

/** The event at a position of the columns. */
export function eventAt(columns: TimelineColumns, i: number): EventCard {
  return {
    slug: columns.slug[i]!,
    title: columns.title[i]!,
    startsOn: dayFromNumber(columns.start[i]!),
    endsOn: dayFromNumber(columns.end[i]!),
    precision: precisions[columns.precision[i]!]!,
    type: eventTypes[columns.type[i]!]!,
    pillars: pillars.filter((_, bit) => columns.pillars[i]! & (1 << bit)),
    placeName: columns.places[columns.place[i]!]!.name,
  };
}
