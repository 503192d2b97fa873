import type { Day } from './days';
import { BAND_ROW, drawBands, type BandDrawing } from './timeline-bands';
import { stepFor, steps, type Step } from './timeline-calendar';
import type { TimelineColumns } from './timeline-columns';
import { columnEdges, drawLane, PITCH, type LaneDrawing, type Part } from './timeline-lane-drawing';
import { lanesOf, type Lane } from './timeline-lanes';
import { labelsOf, type Label } from './timeline-labels';
import { levelOf, MAX_ROWS, MAX_STACK, type Level } from './timeline-level';
import { notedDays, notesOf, type NotedDay, type Note } from './timeline-notes';
import { scaleOf, ticksOf, type Scale, type Tick } from './timeline-scale';
import type { LaneBy, LockdownBand, Span, View } from './timeline';

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
  /** Later events than these were not sent. */
  truncated?: boolean;
}

export interface LaneScene extends LaneDrawing {
  titles: Label[];
  counts: Label[];
}

/** A drawing without pixels' means: what stands where, for whatever paints it. */
export interface Scene {
  width: number;
  height: number;
  scale: Scale;
  step: Step;
  /** The lanes from top to bottom of the plot. */
  top: number;
  bottom: number;
  axisAbove: boolean;
  ticks: Tick[];
  bands: BandDrawing[];
  notes: Note[];
  lanes: LaneScene[];
}

/** Prepared lanes; draws any view of them at any width. A lane is prepared once for each step of the calendar. */
export class TimelineLayout {
  readonly lanes: readonly Lane[];
  readonly #noted: readonly NotedDay[];
  readonly #levels = new Map<string, Level>();

  constructor(readonly data: TimelineData) {
    this.#noted = notedDays(data.columns, data.today, data.truncated ?? false);
    this.lanes = lanesOf(data.columns, data.laneBy);
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
   * Prepares every lane for every step of the calendar, a little with each turn: a zoom that meets a step for the first
   * time would otherwise pay for it within one frame.
   */
  *prepare(): Generator<void> {
    for (const step of steps) {
      for (const lane of this.lanes) {
        this.#level(lane, step);
        yield;
      }
    }
  }

  /** The day of a lane's next event before or after a span, or of its first or last where none is given; null for none. */
  eventBeyond(lane: number, direction: 1 | -1, span: Span | null): number | null {
    const days = this.lanes[lane]!.events.map((event) => this.data.columns.start[event]!);
    const beyond =
      span === null ? days : days.filter((day) => (direction === 1 ? day >= span.to : day < span.from));
    return (span === null) === (direction === 1) ? (beyond.at(-1) ?? null) : (beyond[0] ?? null);
  }

  /** Draws a view at a width in pixels; lanes outside `part` are left blank. */
  draw(span: Span, width: number, part: Part = WHOLE): Scene {
    const { columns, bands, compact } = this.data;
    const scale = scaleOf(span, width < 800 ? NARROW_GUTTER : GUTTER, width - RIGHT);
    const step = stepFor(scale.pixelsPerDay, PITCH);
    const edges = columnEdges(scale, step);
    const banded = drawBands(bands, scale);
    const axisAbove = this.lanes.length > FEW_LANES;
    const top = banded.rows * BAND_ROW + (axisAbove ? AXIS : 6);
    let y = top;
    const lanes = this.lanes.map((lane): LaneScene => {
      const drawing = drawLane(columns, lane, this.#level(lane, step), scale, edges, y, part);
      y += drawing.height;
      const labels = labelsOf(columns, drawing, scale.right);
      return { ...drawing, ...labels, titles: compact ? [] : labels.titles };
    });
    return {
      width,
      height: y + AXIS + NOTES,
      scale,
      step,
      top,
      bottom: y,
      axisAbove,
      ticks: ticksOf(scale),
      bands: banded.bands,
      notes: notesOf(this.#noted, scale),
      lanes,
    };
  }
}
