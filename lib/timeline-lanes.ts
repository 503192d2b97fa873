import type { LaneBy } from './timeline';
import type { TimelineColumns } from './timeline-columns';
import { eventTypes, pillars, pillarTerms, typeTerms, type Shape } from './vocabulary';

/** One row of the timeline. An event of two pillars stands in two lanes by pillar, and in one otherwise. */
export interface Lane {
  /** Code of the pillar, the type or the place; 'other' for all other places. */
  readonly key: string;
  readonly label: string;
  /** Position of its pillar; null where marks of all pillars stand in it. */
  readonly pillar: number | null;
  /** Positions of its events in the columns, in order of their first day. */
  readonly events: readonly number[];
}

/** The looks of marks: the four pillars, and last a black cross for an event of several pillars in a lane of its own. */
export const markStyles: readonly { colour: string; shape: Shape }[] = [
  ...pillarTerms.map(({ colour, shape }) => ({ colour, shape })),
  { colour: '#0b0c0c', shape: 'cross' },
];

const SEVERAL = pillars.length;
const ONLY = new Map(pillars.map((_, i) => [1 << i, i]));

/** Which of markStyles an event has in a lane. */
export function styleOf(columns: TimelineColumns, lane: Lane, event: number): number {
  return lane.pillar ?? ONLY.get(columns.pillars[event]!) ?? SEVERAL;
}

/** More lanes than these are no longer seen together. */
const MAX_PLACES = 8;

const all = (columns: TimelineColumns): number[] => columns.start.map((_, i) => i);

function byPillar(columns: TimelineColumns): Lane[] {
  return pillarTerms.map(({ code, label }, i) => ({
    key: code,
    label,
    pillar: i,
    events: all(columns).filter((event) => columns.pillars[event]! & (1 << i)),
  }));
}

function byType(columns: TimelineColumns): Lane[] {
  return typeTerms
    .map(({ code, label }) => {
      const type = eventTypes.indexOf(code);
      return {
        key: code,
        label,
        pillar: null,
        events: all(columns).filter((event) => columns.type[event] === type),
      };
    })
    .filter((lane) => lane.events.length > 0);
}

/** The most frequent places, and one lane for the rest. Ties go to the name that comes first. */
function byRegion(columns: TimelineColumns): Lane[] {
  const events = columns.places.map((): number[] => []);
  columns.place.forEach((place, event) => events[place]!.push(event));
  const order = columns.places
    .map((place, i) => ({ key: place.code, label: place.name, pillar: null, events: events[i]! }))
    .sort((a, b) => b.events.length - a.events.length || a.label.localeCompare(b.label, 'en'));
  // A lane "Other places" for a single place would only hide its name.
  const shown = order.length === MAX_PLACES + 1 ? order : order.slice(0, MAX_PLACES);
  const rest = order.slice(shown.length).flatMap((lane) => lane.events);
  if (rest.length === 0) return shown;
  return [
    ...shown,
    { key: 'other', label: 'Other places', pillar: null, events: rest.sort((a, b) => a - b) },
  ];
}

/** The lanes in the order in which they are drawn. */
export function lanesOf(columns: TimelineColumns, by: LaneBy): Lane[] {
  return { pillar: byPillar, type: byType, region: byRegion }[by](columns);
}
