import type { Step } from './timeline-calendar';
import type { TimelineColumns } from './timeline-columns';
import type { Lane } from './timeline-lanes';
import { runningSums } from './timeline-search';
import { datingOf, datings, precisions } from './vocabulary';

/** No stack is higher: beyond it, marks are no longer counted by eye. */
export const MAX_STACK = 9;
export const MAX_ROWS = 6;

/** How each precision looks: 0 to the day, 1 within a span, 2 by report only (positions in datings). */
const LOOKS = precisions.map((precision) => datings.indexOf(datingOf(precision)));
export const EXACT = datings.indexOf('exact');
export const UNCERTAIN = datings.indexOf('span');
export const REPORTED = datings.indexOf('reported');

export const lookOf = (columns: TimelineColumns, event: number): number => LOOKS[columns.precision[event]!]!;

/** How high the stacks and how many the rows may grow. */
interface Limits {
  stack: number;
  rows: number;
}

/**
 * A lane prepared for one step of the calendar. All that costs time by the number of events is done here, once a step;
 * drawing a view of it then costs by the size of the screen. Since nothing here depends on where the view lies, a pan
 * changes no height, no row and no column.
 */
export interface Level {
  readonly step: Step;
  /** Events drawn as marks, by their day. */
  readonly marks: {
    readonly event: Int32Array;
    readonly day: Int32Array;
    /** Running sums: of the days, of those within a span, of those by report only. */
    readonly days: Float64Array;
    readonly uncertain: Float64Array;
    readonly reported: Float64Array;
  };
  /** Rows of events drawn as bars, each row in order and without overlap. */
  readonly rows: readonly (readonly number[])[];
  /** First and last days, each sorted, of the events for which no row was left. */
  readonly left: { readonly starts: Int32Array; readonly ends: Int32Array };
  /** The height of the stacks, in marks. */
  readonly stack: number;
  /** Some column is too high for marks. */
  readonly heaped: boolean;
  /** The count that a bar of full height stands for, where most columns are too high for marks; else null. */
  readonly fullCount: number | null;
}

/** Above any position in the columns: day and position in one number sort as fast as numbers do. */
const POSITIONS = 2 ** 20;

/** A span is a bar where it is wider than a column; a narrower one is a mark in the middle of what it may be. */
function splitByWidth(
  columns: TimelineColumns,
  lane: Lane,
  step: Step,
): { day: Int32Array; event: Int32Array; bars: number[] } {
  const keys: number[] = [];
  const bars: number[] = [];
  for (const event of lane.events) {
    const start = columns.start[event]!;
    const days = columns.end[event]! - start + 1;
    if (days > step.days) bars.push(event);
    else
      keys.push((start + (lookOf(columns, event) === UNCERTAIN ? (days - 1) >> 1 : 0)) * POSITIONS + event);
  }
  const sorted = Float64Array.from(keys).sort();
  const day = Int32Array.from(sorted, (key) => Math.floor(key / POSITIONS));
  return { day, event: Int32Array.from(sorted, (key, i) => key - day[i]! * POSITIONS), bars };
}

/** First fit in order of the start: the fewest rows that a list of intervals can have. */
function packRows(
  columns: TimelineColumns,
  bars: number[],
  max: number,
): { rows: number[][]; left: number[] } {
  const rows: number[][] = [];
  const ends: number[] = [];
  const left: number[] = [];
  for (const event of bars) {
    let row = 0;
    while (row < ends.length && ends[row]! >= columns.start[event]!) row++;
    if (row === max) {
      left.push(event);
      continue;
    }
    if (row === rows.length) rows.push([]);
    rows[row]!.push(event);
    ends[row] = columns.end[event]!;
  }
  return { rows, left };
}

/** The largest number of marks in a bin, and the share of the bins in use that hold more than the limit. */
function crowding(days: Int32Array, step: Step, limit: number): { peak: number; crowded: number } {
  let [peak, crowded, bins] = [0, 0, 0];
  for (let first = 0; first < days.length; bins++) {
    const next = step.start(step.bin(days[first]!) + 1);
    let end = first + 1;
    while (end < days.length && days[end]! < next) end++;
    peak = Math.max(peak, end - first);
    if (end - first > limit) crowded++;
    first = end;
  }
  return { peak, crowded: crowded / bins };
}

/** Prepares a lane for a step: what is a mark, what a bar and in which row, and how high the lane must be. */
export function levelOf(columns: TimelineColumns, lane: Lane, step: Step, limits: Limits): Level {
  const { day, event, bars } = splitByWidth(columns, lane, step);
  const looks = Array.from(event, (one) => lookOf(columns, one));
  const { rows, left } = packRows(columns, bars, limits.rows);
  const { peak, crowded } = crowding(day, step, limits.stack);
  return {
    step,
    marks: {
      event,
      day,
      days: runningSums(day),
      uncertain: runningSums(looks.map((look) => Number(look === UNCERTAIN))),
      reported: runningSums(looks.map((look) => Number(look === REPORTED))),
    },
    rows,
    left: {
      starts: Int32Array.from(left, (one) => columns.start[one]!).sort(),
      ends: Int32Array.from(left, (one) => columns.end[one]!).sort(),
    },
    stack: Math.min(peak, limits.stack),
    heaped: peak > limits.stack,
    fullCount: crowded > 0.5 ? peak : null,
  };
}
