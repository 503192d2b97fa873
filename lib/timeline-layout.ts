import type { Below } from './below';
import type { Day } from './days';
import { BAND_ROW, drawBands, type BandDrawing } from './timeline-bands';
import { stepFor, steps, type Step } from './timeline-calendar';
import type { TimelineColumns } from './timeline-columns';
import { columnEdges, drawLane, PITCH, type LaneDrawing, type Part } from './timeline-lane-drawing';
import { lanesOf, lanesWithin, type Lane } from './timeline-lanes';
import { labelsOf, type Label } from './timeline-labels';
import { levelOf, MAX_ROWS, MAX_STACK, type Level } from './timeline-level';
import { BELOW_HEIGHT } from './timeline-below';
import { notedDays, notesOf, type NotedDay, type Note } from './timeline-notes';
import { PIN_ROW, pinsOf, type EditorNote, type Pin } from './timeline-pins';
import { scaleOf, ticksOf, type Scale, type Tick } from './timeline-scale';
import type { BigRecord } from './timeline-stretch';
import type { LaneBy, LockdownBand, Span, TimelineEvent, View } from './timeline';

/** The width for which the server draws; the browser draws again for its own. */
export const NOMINAL_WIDTH = 960;
const WHOLE: Part = { top: -Infinity, bottom: Infinity };
const GUTTER = 148;
const NARROW_GUTTER = 112;
const RIGHT = 12;
const AXIS = 24;
const NOTES = 20;
/** With more lanes than these the axis is out of sight from the first lane, and stands above them too. */
const FEW_LANES = 5;

/** All that a drawing is made of, beside the view: what the page knows. */
export interface TimelineData {
  columns: TimelineColumns;
  bands: readonly LockdownBand[];
  laneBy: LaneBy;
  today: Day;
  /** First and last day of the record: how far the view can go. */
  extent: View;
  compact: boolean;
  /** Notes of editors, numbered. */
  pinned?: readonly EditorNote[];
  /** What stands in a panel below the lanes. */
  below?: Below | null;
  /** Where there are more events than are sent one by one; the columns are empty then. */
  big?: BigRecord;
}

/** The events of a page: all of them where they are few, else what is known of the many. */
export type TimelineEvents = readonly TimelineEvent[] | BigRecord;

export interface LaneScene extends LaneDrawing {
  titles: Label[];
  counts: Label[];
}

/** A drawing without pixels' means: what stands where, for whatever paints it. */
export interface Scene {
  width: number;
  height: number;
  /** What its marks and bars are positions in. */
  columns: TimelineColumns;
  scale: Scale;
  step: Step;
  /** The lanes from top to bottom of the plot. */
  top: number;
  bottom: number;
  axisAbove: boolean;
  ticks: Tick[];
  bands: BandDrawing[];
  pins: Pin[];
  /** Where the rows of pins begin, from the top. */
  pinTop: number;
  notes: Note[];
  /** What stands below the lanes, and where that begins. */
  below: { measure: Below; top: number } | null;
  lanes: LaneScene[];
}

/** Draws any view of some lanes at any width, whatever it knows of them: every event, or counts. */
export interface Layout {
  readonly data: TimelineData;
  /** Draws a view at a width in pixels; lanes outside `part` may be left blank. */
  draw(span: Span, width: number, part?: Part): Scene;
  /** The day of a lane's next event before or after a span, or of its first or last where none is given; null for none. */
  eventBeyond(lane: number, direction: 1 | -1, span: Span | null): number | null;
  /** Does, a little with each turn, what views to come would otherwise have to wait for. */
  prepare(): Generator<void>;
}

/** The plot of a chart of this width, in pixels from its left. */
export const plotOf = (width: number): { left: number; right: number } => ({
  left: width < 800 ? NARROW_GUTTER : GUTTER,
  right: width - RIGHT,
});

/** The scene of a view: bands, axis and notes, and between them the lanes as `drawLanes` draws them from the top down. */
export function sceneOf(
  { bands, pinned = [], below = null }: TimelineData,
  drawn: { columns: TimelineColumns; noted: readonly NotedDay[]; step: Step; scale: Scale; width: number },
  laneCount: number,
  drawLanes: (top: number) => LaneScene[],
): Scene {
  const { scale } = drawn;
  const banded = drawBands(bands, scale);
  const { pins, rows } = pinsOf(pinned, scale);
  const axisAbove = laneCount > FEW_LANES;
  const pinTop = banded.rows * BAND_ROW;
  const top = pinTop + rows * PIN_ROW + (axisAbove ? AXIS : 6);
  const lanes = drawLanes(top);
  const bottom = lanes.reduce((y, { height }) => y + height, top);
  const { columns, step, width } = drawn;
  const end = bottom + AXIS + NOTES;
  return {
    width,
    height: end + (below ? BELOW_HEIGHT : 0),
    columns,
    scale,
    step,
    top,
    bottom,
    axisAbove,
    ticks: ticksOf(scale),
    bands: banded.bands,
    pins,
    pinTop,
    below: below && { measure: below, top: end },
    notes: notesOf(drawn.noted, scale),
    lanes,
  };
}

/** Prepared lanes of single events. A lane is prepared once for each step of the calendar. */
export class TimelineLayout implements Layout {
  readonly lanes: readonly Lane[];
  readonly #noted: readonly NotedDay[];
  readonly #levels = new Map<string, Level>();

  constructor(readonly data: TimelineData) {
    const { columns, laneBy, today, big } = data;
    this.#noted = notedDays(columns, today, big?.span);
    this.lanes = big === undefined ? lanesOf(columns, laneBy) : lanesWithin(columns, laneBy, big.heads);
  }

  #level(lane: Lane, step: Step): Level {
    const key = `${lane.key} ${step.days}`;
    const known = this.#levels.get(key);
    if (known) return known;
    const limits = this.data.compact ? { stack: 5, rows: 2 } : { stack: MAX_STACK, rows: MAX_ROWS };
    const level = levelOf(this.data.columns, lane, step, limits);
    this.#levels.set(key, level);
    return level;
  }

  /**
   * Prepares every lane for every step of the calendar: a zoom that meets a step for the first time would otherwise pay
   * for it within one frame.
   */
  *prepare(): Generator<void> {
    for (const step of steps) {
      for (const lane of this.lanes) {
        this.#level(lane, step);
        yield;
      }
    }
  }

  eventBeyond(lane: number, direction: 1 | -1, span: Span | null): number | null {
    const days = (this.lanes[lane]?.events ?? []).map((event) => this.data.columns.start[event]!);
    const beyond =
      span === null ? days : days.filter((day) => (direction === 1 ? day >= span.to : day < span.from));
    return (span === null) === (direction === 1) ? (beyond.at(-1) ?? null) : (beyond[0] ?? null);
  }

  draw(span: Span, width: number, part: Part = WHOLE): Scene {
    const { columns, compact } = this.data;
    const { left, right } = plotOf(width);
    const scale = scaleOf(span, left, right);
    const step = stepFor(scale.pixelsPerDay, PITCH);
    const edges = columnEdges(scale, step);
    const drawn = { columns, noted: this.#noted, step, scale, width };
    return sceneOf(this.data, drawn, this.lanes.length, (top) => {
      let y = top;
      return this.lanes.map((lane): LaneScene => {
        const drawing = drawLane(columns, lane, this.#level(lane, step), scale, edges, y, part);
        y += drawing.height;
        const labels = labelsOf(columns, drawing, scale.right);
        return { ...drawing, ...labels, titles: compact ? [] : labels.titles };
      });
    });
  }
}
