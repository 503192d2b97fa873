import type { Lane } from './timeline-lanes';
import { COUNT_LINE, FOOT, HEAD, PITCH, type Heap, type LaneDrawing } from './timeline-lane-drawing';
import { xOf, type Scale } from './timeline-scale';
import { countBelow } from './timeline-search';
import type { LaneBins } from './timeline-stretch';

/** What a lane's bins are drawn with. */
export interface BinFrame {
  /** First days of the bins, and the day after the last. */
  edges: readonly number[];
  scale: Scale;
  /** Height of the highest bar, in rows of marks. */
  stack: number;
}

/** The bins that a span touches: from the first to before the second. */
export function binsIn(
  edges: readonly number[],
  { from, to }: { from: number; to: number },
): [number, number] {
  const first = Math.max(0, countBelow(edges, Math.floor(from) + 1) - 1);
  return [first, Math.min(edges.length - 1, Math.max(first, countBelow(edges, to)))];
}

/** Longer events that touch the bins: those that begin before their end less those that end before their beginning. */
export function longIn({ starts, ends, before }: LaneBins, [first, end]: [number, number]): number {
  const sum = (counts: readonly number[], to: number): number =>
    counts.slice(0, to).reduce((whole, n) => whole + n, 0);
  return before + sum(starts, end) - sum(ends, first);
}

function heapOf(
  bins: LaneBins,
  bin: number,
  most: number,
  base: number,
  { edges, scale, stack }: BinFrame,
): Heap {
  const [from, to] = [edges[bin]!, edges[bin + 1]!];
  const left = Math.max(xOf(scale, from), scale.left) + 0.5;
  const right = Math.min(xOf(scale, to), scale.right) - 0.5;
  const count = bins.count[bin]!;
  const height = Math.max(2, (count / most) * stack * PITCH);
  return {
    count,
    uncertain: bins.uncertain[bin] ?? 0,
    reported: bins.reported[bin] ?? 0,
    x: left,
    y: base - height,
    width: Math.max(right - left, 0.5),
    height,
    cut: false,
    from,
    to,
  };
}

/**
 * Draws one lane from counts, with its top at y: a bar for each bin that has events, as high as its share of the highest
 * bin known, and beside them the number of events that are longer than a bin. Lanes are equally high, so that a pan or an
 * answer moves none of them.
 */
export function drawBinLane(lane: Lane, bins: LaneBins, frame: BinFrame, y: number): LaneDrawing {
  const { edges, scale, stack } = frame;
  const base = HEAD + 2 * COUNT_LINE + stack * PITCH;
  const range = binsIn(edges, scale);
  const most = bins.count.reduce((max, n) => Math.max(max, n), 1);
  const heaps: Heap[] = [];
  let inView = 0;
  for (let bin = range[0]; bin < range[1]; bin++) {
    const count = bins.count[bin] ?? 0;
    if (count === 0) continue;
    inView += count;
    heaps.push(heapOf(bins, bin, most, base, frame));
  }
  const long = longIn(bins, range);
  return {
    lane,
    y,
    height: base + 4 + PITCH + FOOT,
    base,
    marks: [],
    heaps,
    bars: [],
    more: { count: long, y: base + 4 + PITCH / 2 },
    inView: inView + long,
  };
}
