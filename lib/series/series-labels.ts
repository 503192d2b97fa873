import { AXIS_TEXT } from '@/lib/chart-axis';
import { textWidth } from '@/lib/timeline-text';
import { valueWords, type SeriesPoint } from './series-chart';

/** Above this many, numbers stand in the table alone. */
const LABELLED = 14;
/** How far the foot of a number stands above its point, in pixels. */
export const LABEL_RISE = 11;
const GAP = 5;

/** The latest number matters most, then the highest and the lowest: the others as there is room. */
function byWeight(points: readonly SeriesPoint[]): number[] {
  const all = points.map((_, i) => i);
  const high = all.reduce((a, b) => (points[b]!.height > points[a]!.height ? b : a), 0);
  const low = all.reduce((a, b) => (points[b]!.height < points[a]!.height ? b : a), 0);
  return [...new Set([points.length - 1, high, low, ...all])];
}

/**
 * For each point, from which of the widths its number stands clear of the others: a position in `widths` (plots of so many
 * pixels, the narrowest first), -1 where it has no room in any. What stands in a plot stands in every wider one.
 */
export function labelRoom(
  points: readonly SeriesPoint[],
  widths: readonly number[],
  height: number,
): number[] {
  const room = points.map(() => -1);
  if (points.length === 0 || points.length > LABELLED) return room;
  const wide = points.map(({ observation }) => textWidth(valueWords(observation), AXIS_TEXT));
  const meet = (a: number, b: number, width: number): boolean =>
    Math.abs(points[a]!.mid - points[b]!.mid) * width < (wide[a]! + wide[b]!) / 2 + GAP &&
    Math.abs(points[a]!.height - points[b]!.height) * height < AXIS_TEXT;
  const shown: number[] = [];
  for (const [at, width] of widths.entries())
    for (const i of byWeight(points)) {
      if (room[i] !== -1 || shown.some((other) => meet(i, other, width))) continue;
      room[i] = at;
      shown.push(i);
    }
  return room;
}
