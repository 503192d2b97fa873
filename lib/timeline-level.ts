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
export interface Limits {
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

/** A span is a bar where it is wider than a column; a narrower one is a mark in the middle of what it may be. */
function splitByWidth(columns: TimelineColumns, lane: Lane, step: Step): { marks: [number, number][]; bars: number[] } {
  const marks: [day: number, event: number][] = [];
  const bars: number[] = [];
  for (const event of lane.events) {
    const start = columns.start[event]!;
    const days = columns.end[event]! - start + 1;
    if (days > step.days) bars.push(event);
    else marks.push([start + (lookOf(columns, event) === UNCERTAIN ? (days - 1) >> 1 : 0), event]);
  }
  return { marks: marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]), bars };
}

/** First fit in order of the start, longer ones first: the fewest rows that a list of intervals can have. */
function packRows(columns: TimelineColumns, bars: number[], max: number): { rows: number[][]; left: number[] } {
  const rows: number[][] = [];
  const left: number[] = [];
  const order = [...bars].sort((a, b) => columns.start[a]! - columns.start[b]! || columns.end[b]! - columns.end[a]!);
  for (const event of order) {
    const row = rows.find((one) => columns.end[one.at(-1)!]! < columns.start[event]!);
    if (row) row.push(event);
    else if (rows.length < max) rows.push([event]);
    else left.push(event);
  }
  return { rows, left };
}

/** The largest number of marks in a bin, and the share of the bins in use that hold more than the limit. */
function crowding(days: Int32Array, step: Step, limit: number): { peak: number; crowded: number } {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(step.bin(day), (counts.get(step.bin(day)) ?? 0) + 1);
  let [peak, crowded] = [0, 0];
  for (const count of counts.values()) {
    peak = Math.max(peak, count);
    if (count > limit) crowded++;
  }
  return { peak, crowded: crowded / counts.size };
}

/** Prepares a lane for a step: what is a mark, what a bar and in which row, and how high the lane must be. */
export function levelOf(columns: TimelineColumns, lane: Lane, step: Step, limits: Limits): Level {
  const { marks, bars } = splitByWidth(columns, lane, step);
  const event = Int32Array.from(marks, (mark) => mark[1]);
  const day = Int32Array.from(marks, (mark) => mark[0]);
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
