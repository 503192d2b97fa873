import type { Day } from './days';
import type { EventType, Pillar, Precision } from './vocabulary';

/** What the timeline needs of an event. */
export interface TimelineEvent {
  id: number;
  slug: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  precision: Precision;
  pillars: Pillar[];
  type: EventType;
  /** Place code. */
  region: string;
}

/** A lockdown whose first and last day are known, or an event of a second filter: drawn as a band behind a chart. */
export interface LockdownBand {
  slug: string;
  title: string;
  /** Place code. */
  region: string;
  startsOn: Day;
  endsOn: Day;
  precision: Precision;
  /** What it is and how it was told: the level of a rule, or the words of the record. */
  definition: string;
  /** Where the definition comes from. */
  source: string;
  /** Whether a rule held in the whole place or in parts of it; null where nothing says so. */
  reach: 'national' | 'targeted' | null;
}

/** A stretch of days, both included: what a reader sees at once, and what stands in the URL. */
export interface View {
  from: Day;
  to: Day;
}

/** A stretch of time in day numbers, `to` excluded; fractions occur while a gesture is under way. */
export interface Span {
  from: number;
  to: number;
}

/** By what the lanes are told apart. */
export const laneBys = ['pillar', 'type', 'region'] as const;
export type LaneBy = (typeof laneBys)[number];

/** The lanes asked for in the URL; pillars where none or an unknown one is. */
export function parseLanes(text: string | null | undefined): LaneBy {
  return laneBys.find((by) => by === text) ?? 'pillar';
}
