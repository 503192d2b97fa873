import type { Span } from './timeline';
import { stepFor, steps, type Step } from './timeline-calendar';
import type { TimelineColumns } from './timeline-columns';
import { PITCH } from './timeline-lane-drawing';

/**
 * The most events that a page or an answer brings one by one. An event takes about 150 bytes as columns, so this is about
 * 150 KB before compression; where more pass the filters, the timeline is drawn from counts (lib/timeline-bins.ts).
 */
export const FEW_EVENTS = 1_000;

/** The most bins that an answer has across its view: those of a screen of 5,200 pixels. */
export const MAX_BINS = 400;

/** How many bins there is room for across a plot, each as wide as a column of marks; at most MAX_BINS. */
export const binsAcross = (pixels: number): number =>
  Math.min(MAX_BINS, Math.max(1, Math.floor(pixels / PITCH)));

/** The step for so many bins across a view: no bin is then narrower than its share. */
export const stepAcross = ({ from, to }: Span, bins: number): Step => stepFor(bins / (to - from), 1);

/** What a lane's bins hold, one entry a bin; a list is empty where all of it is nought. */
export interface LaneBins {
  /** Events no longer than a bin, by the day at which a mark of theirs would stand. */
  count: readonly number[];
  /** Of these, those that happened within a span, and those known by report only. */
  uncertain: readonly number[];
  reported: readonly number[];
  /** Events longer than a bin, by their first and by their last day. */
  starts: readonly number[];
  ends: readonly number[];
  /** Longer events that begin before the first bin and reach into it. */
  before: number;
}

interface StretchBase {
  /** The days that it holds, `to` excluded. */
  from: number;
  to: number;
  /** For which days what lies outside was counted: the view that was asked for. */
  view: Span;
  /** Events that end before the view, and that begin after it. */
  earlier: number;
  later: number;
  /** For each lane, the start of the last event that begins before these days, and of the first that begins after. */
  beyond: readonly (readonly [earlier: number | null, later: number | null])[];
}

/** A stretch of time as counts: bins between its edges (edgesOf), a list of them for each lane, and one of all events once. */
export interface BinStretch extends StretchBase {
  kind: 'bins';
  /** Position of the step in lib/timeline-calendar. */
  step: number;
  lanes: readonly LaneBins[];
  all: LaneBins;
}

/** A stretch of time as single events: every event that touches its days. */
export interface EventStretch extends StretchBase {
  kind: 'events';
  columns: TimelineColumns;
}

export type Stretch = BinStretch | EventStretch;

/** What is asked for: the days in view, and for how many bins across it there is room. */
export interface StretchRequest {
  view: Span;
  bins: number;
}

/** A lane's name, and what it holds of the whole record. */
export interface LaneHead {
  readonly key: string;
  readonly label: string;
  readonly pillar: number | null;
  readonly total: number;
  /** Starts of its first and its last event; null where it has none. */
  readonly first: number | null;
  readonly last: number | null;
}

/** A record of more events than are sent one by one: its lanes, its ends, and some stretches to begin with. */
export interface BigRecord {
  revision: number;
  total: number;
  heads: readonly LaneHead[];
  /** First start and last end. */
  span: Span;
  /** The coarsest first: the whole record, so that no view is ever blank. */
  stretches: readonly Stretch[];
}

/**
 * Where the bins of a stretch begin and end: the steps of the calendar, and the ends of the view, so that counts of the
 * view are exact. Steps too near to an end of the view give way to it, so that no bin in view is narrower than a step.
 */
export function edgesOf(step: Step, { from, to }: Span, view: Span): number[] {
  const inside = (day: number): boolean =>
    day <= view.from || day >= view.to || (day - view.from >= step.days && view.to - day >= step.days);
  const edges = [from, to, ...[view.from, view.to].filter((day) => day > from && day < to)];
  for (let bin = step.bin(from) + 1; step.start(bin) < to; bin++)
    if (inside(step.start(bin))) edges.push(step.start(bin));
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** True where the stretch holds every day of the span; fractions of a day at its ends are of that day. */
export const covers = (stretch: Span, span: Span): boolean =>
  stretch.from <= Math.floor(span.from) && stretch.to >= Math.ceil(span.to);

export const sameDays = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

/** True where an answer to the request could tell nothing new. */
export function answers(stretch: Stretch, { view, bins }: StretchRequest): boolean {
  if (stretch.kind === 'events') return covers(stretch, view);
  return sameDays(stretch.view, view) && steps[stretch.step] === stepAcross(view, bins);
}
