import type { TimelineColumns } from './timeline-columns';
import { styleOf, type Lane } from './timeline-lanes';
import { lookOf, type Level } from './timeline-level';
import { xOf, type Scale } from './timeline-scale';
import { countBelow, firstNotBelow } from './timeline-search';

/** Pixels from one mark of a stack, or one row of bars, to the next. */
export const PITCH = 13;
/** Half the height of a mark. */
export const MARK = 4.8;
export const BAR = 5;
/** Above the stacks. */
export const HEAD = 14;
/** One of the two lines of counts above heaps. */
export const COUNT_LINE = 14;
export const FOOT = 9;
/** Name and number of the lane, two lines. */
const SHORTEST = 52;

/** One event as its pillar's shape; x and y are its middle. */
export interface Mark {
  event: number;
  style: number;
  look: number;
  x: number;
  y: number;
}

/** Too many events for a stack, as a bar with a count. */
export interface Heap {
  count: number;
  uncertain: number;
  reported: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Taller in truth than drawn: the bar shows a gap. */
  cut: boolean;
  /** The days it stands for, `to` excluded. */
  from: number;
  to: number;
}

/** One event as wide as its span; y is its middle. `openLeft` and `openRight`: it goes on beyond the view. */
export interface Bar {
  event: number;
  style: number;
  look: number;
  x: number;
  y: number;
  width: number;
  openLeft: boolean;
  openRight: boolean;
}

/** A lane as it is drawn; y of all its parts are from its top. Every event in view is in exactly one of them. */
export interface LaneDrawing {
  lane: Lane;
  y: number;
  height: number;
  /** The line on which the stacks stand. */
  base: number;
  marks: Mark[];
  heaps: Heap[];
  bars: Bar[];
  /** Events in view for which no row was left. */
  more: { count: number; y: number };
  /** Events in view. */
  inView: number;
}

/** Where the columns of marks begin and end: the bins in view, those cut short by its ends joined to their neighbours. */
export function columnEdges(scale: Scale, step: Level['step']): number[] {
  const edges = [scale.from];
  for (let bin = step.bin(Math.floor(scale.from)) + 1; step.start(bin) < scale.to; bin++) {
    const x = xOf(scale, step.start(bin));
    if (x - xOf(scale, edges.at(-1)!) >= PITCH && scale.right - x >= PITCH) edges.push(step.start(bin));
  }
  return [...edges, scale.to];
}

const clamped = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);

interface Frame {
  columns: TimelineColumns;
  lane: Lane;
  level: Level;
  scale: Scale;
  base: number;
}

function drawHeap(
  { level, scale, base }: Frame,
  range: [number, number],
  days: [number, number],
  x: number,
): Heap {
  const [first, end] = range;
  const count = end - first;
  const full = level.stack * PITCH;
  const height = level.fullCount === null ? full : Math.max(2, Math.min(1, count / level.fullCount) * full);
  const [left, right] =
    level.fullCount === null
      ? [x - PITCH / 2 + 1, x + PITCH / 2 - 1]
      : [xOf(scale, days[0]) + 0.5, xOf(scale, days[1]) - 0.5];
  const sum = (sums: Float64Array): number => sums[end]! - sums[first]!;
  return {
    count,
    uncertain: sum(level.marks.uncertain),
    reported: sum(level.marks.reported),
    x: left,
    y: base - height,
    width: right - left,
    height,
    cut: level.fullCount === null,
    from: Math.floor(days[0]),
    to: Math.ceil(days[1]),
  };
}

/** What is known best lies lowest; within that, the earlier event. */
function drawStack({ columns, lane, level, base }: Frame, [first, end]: [number, number], x: number): Mark[] {
  return Array.from(level.marks.event.subarray(first, end), (event) => ({
    event,
    look: lookOf(columns, event),
  }))
    .sort((a, b) => a.look - b.look)
    .map(({ event, look }, i) => ({
      event,
      look,
      style: styleOf(columns, lane, event),
      x,
      y: base - PITCH * (i + 0.5),
    }));
}

function drawColumns(frame: Frame, edges: number[]): { marks: Mark[]; heaps: Heap[]; count: number } {
  const { level, scale } = frame;
  const { day, days } = level.marks;
  const marks: Mark[] = [];
  const heaps: Heap[] = [];
  const begin = countBelow(day, Math.floor(scale.from));
  let first = begin;
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1]!, edges[i]!];
    const end = countBelow(day, to);
    if (end > first) {
      const mean = (days[end]! - days[first]!) / (end - first) + 0.5;
      const x = clamped(xOf(scale, mean), xOf(scale, from) + PITCH / 2, xOf(scale, to) - PITCH / 2);
      if (level.fullCount !== null || end - first > level.stack)
        heaps.push(drawHeap(frame, [first, end], [from, to], x));
      else marks.push(...drawStack(frame, [first, end], x));
    }
    first = end;
  }
  return { marks, heaps, count: first - begin };
}

function drawBars({ columns, lane, level, scale, base }: Frame): Bar[] {
  const from = Math.floor(scale.from);
  return level.rows.flatMap((row, i) => {
    const bars: Bar[] = [];
    const first = firstNotBelow(row.length, (at) => columns.end[row[at]!]! < from);
    for (let at = first; at < row.length && columns.start[row[at]!]! < scale.to; at++) {
      const event = row[at]!;
      const [start, end] = [xOf(scale, columns.start[event]!), xOf(scale, columns.end[event]! + 1)];
      const x = Math.max(start, scale.left);
      bars.push({
        event,
        style: styleOf(columns, lane, event),
        look: lookOf(columns, event),
        x,
        y: base + 4 + PITCH * (i + 0.5),
        width: Math.min(end, scale.right) - x,
        openLeft: start < scale.left,
        openRight: end > scale.right,
      });
    }
    return bars;
  });
}

/** A stretch of the drawing from top to bottom, in pixels. */
export interface Part {
  top: number;
  bottom: number;
}

/**
 * Draws one lane with its top at y. Costs by what is in view, not by what is in the lane; one that lies outside `part`
 * is blank but for its height.
 */
export function drawLane(
  columns: TimelineColumns,
  lane: Lane,
  level: Level,
  scale: Scale,
  edges: number[],
  y: number,
  part: Part,
): LaneDrawing {
  const stack = HEAD + (level.heaped ? 2 * COUNT_LINE : 0) + level.stack * PITCH;
  const hasLeft = level.left.starts.length > 0;
  const rows = level.rows.length + Number(hasLeft);
  const below = (rows > 0 ? 4 : 0) + rows * PITCH + FOOT;
  const height = Math.max(SHORTEST, stack + below);
  const frame = { columns, lane, level, scale, base: height - below };
  const more = { count: 0, y: frame.base + 4 + PITCH * (rows - 0.5) };
  if (y + height < part.top || y > part.bottom)
    return { lane, y, height, base: frame.base, marks: [], heaps: [], bars: [], more, inView: 0 };
  const { marks, heaps, count } = drawColumns(frame, edges);
  const bars = drawBars(frame);
  const left = countBelow(level.left.starts, scale.to) - countBelow(level.left.ends, Math.floor(scale.from));
  return {
    lane,
    y,
    height,
    base: frame.base,
    marks,
    heaps,
    bars,
    more: { ...more, count: left },
    inView: count + bars.length + left,
  };
}
