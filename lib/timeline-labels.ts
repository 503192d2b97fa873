import type { TimelineColumns } from './timeline-columns';
import { COUNT_LINE, MARK, PITCH, type Heap, type LaneDrawing } from './timeline-lane-drawing';
import { fitted, textWidth } from './timeline-text';
import { formatCount } from './numbers';

export const LABEL_TEXT = 12;
const INDENT = 4;
const GAP = 8;
const COUNT_GAP = 2;
/** A cut label shorter than this tells nothing. */
const SHORTEST_CUT = 110;
/** A label longer than this is a sentence that hides what comes after it. */
const LONGEST = 420;

/** A title beside a mark or a bar, or the count on a heap; y is the middle of the line, from the top of the lane. */
export interface Label {
  /** Names the same label in every drawing. */
  key: string;
  /** Whose title it is; null for a count. */
  event: number | null;
  text: string;
  x: number;
  y: number;
  width: number;
  anchor: 'start' | 'middle';
}

function titleLabel(columns: TimelineColumns, event: number, x: number, y: number, end: number): Label[] {
  const title = columns.title[event]!;
  const room = Math.min(end - x, LONGEST);
  const whole = textWidth(title, LABEL_TEXT) <= room;
  const text = whole || room >= SHORTEST_CUT ? fitted(title, room, LABEL_TEXT) : '';
  return text
    ? [{ key: `event ${event}`, event, text, x, y, width: textWidth(text, LABEL_TEXT), anchor: 'start' }]
    : [];
}

interface Placed {
  label: Label;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function placeCount(heap: Heap, line: number): Placed {
  const text = formatCount(heap.count);
  const width = textWidth(text, LABEL_TEXT, true);
  const x = heap.x + heap.width / 2;
  const top = heap.y - COUNT_LINE * (line + 1);
  const label: Label = {
    key: `count ${heap.from}`,
    event: null,
    text,
    x,
    y: top + COUNT_LINE / 2,
    width,
    anchor: 'middle',
  };
  return { label, left: x - width / 2, right: x + width / 2, top, bottom: top + COUNT_LINE };
}

/** Counts above heaps, the largest first, on the upper of two lines where the lower is taken; left out where both are. */
function countLabels({ heaps }: LaneDrawing, right: number): Label[] {
  const placed: Placed[] = [];
  const free = (one: Placed, own: Heap): boolean =>
    one.right <= right &&
    placed.every(
      (other) =>
        one.left > other.right + COUNT_GAP ||
        one.right + COUNT_GAP < other.left ||
        one.top >= other.bottom ||
        one.bottom <= other.top,
    ) &&
    heaps.every(
      (heap) => heap === own || heap.x > one.right || heap.x + heap.width < one.left || heap.y >= one.bottom,
    );
  for (const heap of [...heaps].sort((a, b) => b.count - a.count)) {
    const found = [placeCount(heap, 0), placeCount(heap, 1)].find((one) => free(one, heap));
    if (found) placed.push(found);
  }
  return placed.map(({ label }) => label);
}

/** Titles of marks run to the right as far as the next column that is as high: from the right, each column blocks its rows. */
function markLabels(columns: TimelineColumns, { marks, heaps, base }: LaneDrawing, right: number): Label[] {
  const rowOf = (y: number): number => Math.round((base - y) / PITCH - 0.5);
  const blocked: number[] = [];
  const block = (row: number, x: number): void => void (blocked[row] = x - GAP);
  const parts = [
    ...marks.map((mark) => ({ x: mark.x, mark, top: rowOf(mark.y) })),
    ...heaps.map((heap) => ({ x: heap.x, mark: null, top: rowOf(heap.y) + 1 })),
  ].sort((a, b) => b.x - a.x || b.top - a.top);
  return parts.flatMap(({ x, mark, top }) => {
    if (mark === null) {
      for (let row = 0; row <= top; row++) block(row, x);
      return [];
    }
    const label = titleLabel(columns, mark.event, x + MARK + INDENT, mark.y, blocked[top] ?? right);
    block(top, x - MARK);
    return label;
  });
}

function barLabels(columns: TimelineColumns, { bars }: LaneDrawing, right: number): Label[] {
  return bars.flatMap((bar, i) => {
    const next = bars[i + 1];
    const end = next && next.y === bar.y ? next.x - GAP : right;
    return titleLabel(columns, bar.event, bar.x + Math.max(bar.width, 2 * MARK) + INDENT, bar.y, end);
  });
}

/** Titles and counts of a lane that overlap neither one another nor any mark or bar. */
export function labelsOf(
  columns: TimelineColumns,
  drawing: LaneDrawing,
  right: number,
): { titles: Label[]; counts: Label[] } {
  const counts = countLabels(drawing, right);
  return { titles: [...markLabels(columns, drawing, right), ...barLabels(columns, drawing, right)], counts };
}
