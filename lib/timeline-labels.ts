import type { TimelineColumns } from './timeline-columns';
import { MARK, PITCH, type LaneDrawing } from './timeline-lane-drawing';
import { fitted, textWidth } from './timeline-text';

export const LABEL_TEXT = 12;
const INDENT = 4;
const GAP = 8;
/** A cut label shorter than this tells nothing. */
const SHORTEST_CUT = 110;
/** A label longer than this is a sentence that hides what comes after it. */
const LONGEST = 300;

/** A title beside a mark or a bar, or the count on a heap; y is the middle of the line, from the top of the lane. */
export interface Label {
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
  return text ? [{ event, text, x, y, width: textWidth(text, LABEL_TEXT), anchor: 'start' }] : [];
}

/** Counts where the heap, or the room beside it, is wide enough. */
function countLabels({ heaps }: LaneDrawing, right: number): Label[] {
  let end = -Infinity;
  return heaps.flatMap((heap): Label[] => {
    const text = heap.count.toLocaleString('en-GB');
    const width = textWidth(text, LABEL_TEXT, true);
    const middle = heap.x + heap.width / 2;
    if (middle - width / 2 < end + 3 || middle + width / 2 > right) return [];
    end = middle + width / 2;
    return [{ event: null, text, x: middle, y: heap.y - PITCH / 2 - 1, width, anchor: 'middle' }];
  });
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
    return titleLabel(columns, bar.event, bar.x + bar.width + INDENT, bar.y, end);
  });
}

/** Titles and counts of a lane that overlap neither one another nor any mark or bar. */
export function labelsOf(columns: TimelineColumns, drawing: LaneDrawing, right: number): { titles: Label[]; counts: Label[] } {
  const counts = countLabels(drawing, right);
  return { titles: [...markLabels(columns, drawing, right), ...barLabels(columns, drawing, right)], counts };
}
