import { dayNumber, formatDay, type Day } from './days';
import { BAND_ROW, drawBands, type BandDrawing } from './timeline-bands';
import { stepFor, type Step } from './timeline-calendar';
import type { TimelineColumns } from './timeline-columns';
import { columnEdges, drawLane, PITCH, type LaneDrawing } from './timeline-lane-drawing';
import { lanesOf, type Lane } from './timeline-lanes';
import { labelsOf, type Label } from './timeline-labels';
import { levelOf, MAX_ROWS, MAX_STACK, type Level } from './timeline-level';
import { scaleOf, ticksOf, xOf, type Scale, type Tick } from './timeline-scale';
import { textWidth } from './timeline-text';
import type { LaneBy, LockdownBand, Span, View } from './timeline';

/** The width for which the server draws; the browser draws again for its own. */
export const NOMINAL_WIDTH = 960;
export const NOTE_TEXT = 12;
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
  /** First and last day of the events. */
  extent: View;
  compact: boolean;
}

/** A line with a name below the axis: today, the first and the last event. */
export interface Note {
  kind: 'today' | 'first' | 'last';
  x: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
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

function notesOf(scale: Scale, extent: View, today: Day): Note[] {
  const line = (kind: Note['kind'], day: number, text: string): Note => {
    const x = xOf(scale, day);
    const half = textWidth(text, NOTE_TEXT) / 2;
    const anchor = x - half < scale.left ? 'start' : x + half > scale.right ? 'end' : 'middle';
    return { kind, x, text, anchor };
  };
  const all = [
    line('today', dayNumber(today) + 0.5, 'Today'),
    line('first', dayNumber(extent.from), `First event, ${formatDay(extent.from)}`),
    line('last', dayNumber(extent.to) + 1, `Last event, ${formatDay(extent.to)}`),
  ].filter(({ x }) => x >= scale.left && x <= scale.right);
  const placed: [number, number][] = [];
  return all.map((note) => {
    const width = textWidth(note.text, NOTE_TEXT);
    const from = note.x - { start: 0, middle: width / 2, end: width }[note.anchor];
    if (placed.some(([a, b]) => from < b + PITCH && from + width + PITCH > a)) return { ...note, text: '' };
    placed.push([from, from + width]);
    return note;
  });
}

/** Prepared lanes; draws any view of them at any width. A lane is prepared once for each step of the calendar. */
export class TimelineLayout {
  readonly lanes: readonly Lane[];
  readonly #levels = new Map<string, Level>();

  constructor(readonly data: TimelineData) {
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

  /** The day of a lane's next event before or after a span, or of its first or last where none is given; null for none. */
  eventBeyond(lane: number, direction: 1 | -1, span: Span | null): number | null {
    const days = this.lanes[lane]!.events.map((event) => this.data.columns.start[event]!);
    const beyond =
      span === null ? days : days.filter((day) => (direction === 1 ? day >= span.to : day < span.from));
    return (span === null) === (direction === 1) ? (beyond.at(-1) ?? null) : (beyond[0] ?? null);
  }

  /** Draws a view at a width in pixels. */
  draw(span: Span, width: number): Scene {
    const { columns, bands, extent, today, compact } = this.data;
    const scale = scaleOf(span, width < 800 ? NARROW_GUTTER : GUTTER, width - RIGHT);
    const step = stepFor(scale.pixelsPerDay, PITCH);
    const edges = columnEdges(scale, step);
    const banded = drawBands(bands, scale);
    const axisAbove = this.lanes.length > FEW_LANES;
    const top = banded.rows * BAND_ROW + (axisAbove ? AXIS : 6);
    let y = top;
    const lanes = this.lanes.map((lane): LaneScene => {
      const drawing = drawLane(columns, lane, this.#level(lane, step), scale, edges, y);
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
      notes: notesOf(scale, extent, today),
      lanes,
    };
  }
}
