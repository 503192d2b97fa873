import type { LaneBy } from './timeline';
import type { TimelineColumns } from './timeline-columns';
import type { LaneHead } from './timeline-stretch';
import { eventTypes, pillars, pillarTerms, typeTerms, type Shape } from './vocabulary';

/** One row of the timeline. An event of two pillars stands in two lanes by pillar, and in one otherwise. */
export interface Lane {
  /** Code of the pillar, the type or the place; 'other' for all other places. */
  readonly key: string;
  readonly label: string;
  /** Position of its pillar; null where marks of all pillars stand in it. */
  readonly pillar: number | null;
  /** Its events in the whole record, which may be more than are here. */
  readonly total: number;
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

type Unsummed = Omit<Lane, 'total'>;

function byPillar(columns: TimelineColumns): Unsummed[] {
  return pillarTerms.map(({ code, label }, i) => ({
    key: code,
    label,
    pillar: i,
    events: all(columns).filter((event) => columns.pillars[event]! & (1 << i)),
  }));
}

function byType(columns: TimelineColumns): Unsummed[] {
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

/** The most frequent places, and the rest. Ties go to the name that comes first. */
export function rankedPlaces<T extends { label: string; total: number }>(
  places: readonly T[],
): { shown: T[]; rest: T[] } {
  const order = [...places].sort((a, b) => b.total - a.total || a.label.localeCompare(b.label, 'en'));
  // A lane "Other places" for a single place would only hide its name.
  const most = order.length === MAX_PLACES + 1 ? order.length : MAX_PLACES;
  return { shown: order.slice(0, most), rest: order.slice(most) };
}

/** The most frequent places, and one lane for the rest. */
function byRegion(columns: TimelineColumns): Unsummed[] {
  const events = columns.places.map((): number[] => []);
  columns.place.forEach((place, event) => events[place]!.push(event));
  const { shown, rest } = rankedPlaces(
    columns.places.map(({ code, name }, i) => ({
      key: code,
      label: name,
      pillar: null,
      events: events[i]!,
      total: events[i]!.length,
    })),
  );
  if (rest.length === 0) return shown;
  const others = rest.flatMap((lane) => lane.events).sort((a, b) => a - b);
  return [...shown, { key: 'other', label: 'Other places', pillar: null, events: others }];
}

/** The lanes in the order in which they are drawn. */
export function lanesOf(columns: TimelineColumns, by: LaneBy): Lane[] {
  const lanes = { pillar: byPillar, type: byType, region: byRegion }[by](columns);
  return lanes.map((lane) => ({ ...lane, total: lane.events.length }));
}

/** The lanes of a record of which the columns hold a part. */
export function lanesWithin(columns: TimelineColumns, by: LaneBy, heads: readonly LaneHead[]): Lane[] {
  const laneAt = new Map(heads.map(({ key }, lane) => [key, lane]));
  const lanes = heads.map(({ key, label, pillar, total }) => ({
    key,
    label,
    pillar,
    total,
    events: [] as number[],
  }));
  const keysOf = (event: number): string[] => {
    if (by === 'pillar') return pillars.filter((_, bit) => columns.pillars[event]! & (1 << bit));
    return [by === 'type' ? eventTypes[columns.type[event]!]! : columns.places[columns.place[event]!]!.code];
  };
  for (const event of all(columns))
    for (const key of keysOf(event)) lanes[laneAt.get(key) ?? laneAt.get('other') ?? -1]?.events.push(event);
  return lanes;
}
