import { shapePath } from '@/lib/shapes';
import { BAR, MARK, type Bar, type Mark } from '@/lib/timeline-lane-drawing';
import { markStyles } from '@/lib/timeline-lanes';

/** Everything of one colour and one look in one path: few elements, whatever the number of events. */
export interface StyledPath {
  key: string;
  colour: string;
  look: number;
  /** Outlines of shapes, and of bars, as SVG path data. */
  marks: string;
  bars: string;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A bar with round ends, except where it goes on beyond the view. */
function barPath({ x, y, width, openLeft, openRight }: Bar): string {
  const r = BAR / 2;
  const [left, right] = [openLeft ? 0 : r, openRight ? 0 : r];
  const inner = Math.max(0, width - left - right - 1);
  const end = openRight ? `v${BAR}` : `a${r} ${r} 0 0 1 0 ${BAR}`;
  const begin = openLeft ? 'z' : `a${r} ${r} 0 0 1 0 ${-BAR}z`;
  return `M${round(x + left + 0.5)} ${round(y - r)}h${round(inner)}${end}h${round(-inner)}${begin}`;
}

/** The marks and bars of a lane as one path for each style and look. */
export function styledPaths(marks: readonly Mark[], bars: readonly Bar[]): StyledPath[] {
  const paths = new Map<string, StyledPath>();
  const pathOf = (style: number, look: number): StyledPath => {
    const key = `${style} ${look}`;
    const path = paths.get(key) ?? { key, colour: markStyles[style]!.colour, look, marks: '', bars: '' };
    paths.set(key, path);
    return path;
  };
  for (const { style, look, x, y } of marks) pathOf(style, look).marks += shapePath(markStyles[style]!.shape, x, y, MARK);
  for (const bar of bars) {
    const path = pathOf(bar.style, bar.look);
    path.bars += barPath(bar);
    path.marks += shapePath(markStyles[bar.style]!.shape, bar.x + MARK, bar.y, MARK);
  }
  return [...paths.values()];
}

/** The colour mixed with white, opaque, so that what lies behind does not show through. */
export function tint(colour: string, share = 0.38): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
