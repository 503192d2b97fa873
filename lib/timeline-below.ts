import type { Below } from './below';
import { dayNumber } from './days';
import { formatValue, ticksTo } from './series/series-chart';
import { shapePath } from './shapes';
import type { Op } from './timeline-display';
import { FAINT, INK, LINE, QUIET, tinted, type Paint } from './timeline-paint';
import { xOf, type Scale } from './timeline-scale';
import { fitted } from './timeline-text';

/** Heights of the panel below the lanes, in pixels: its name, its plot, and the rim under that. */
const NAME = 30;
const PLOT = 84;
export const BELOW_HEIGHT = NAME + PLOT + 10;

const PAINT: Paint = { colour: '#12436d', system: 'CanvasText' };
const TEXT = 12;

/** A line between two points, as far as it lies in the plot; '' where none of it does. */
function within([x1, y1]: [number, number], [x2, y2]: [number, number], { left, right }: Scale): string {
  if (x2 <= left || x1 >= right) return '';
  const at = (x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || 1);
  const [a, b] = [Math.max(x1, left), Math.min(x2, right)];
  return `M${a.toFixed(1)} ${at(a).toFixed(1)}L${b.toFixed(1)} ${at(b).toFixed(1)}`;
}

interface Point {
  start: number;
  end: number;
  middle: number;
  value: number | null;
  broken: boolean;
}

/** Where the numbers of a measure lie along the scale, in view or not. */
const pointsOf = (values: Below['values'], scale: Scale): Point[] =>
  values.map(({ from, to, value, break: broken }) => {
    const [start, end] = [xOf(scale, dayNumber(from)), xOf(scale, dayNumber(to) + 1)];
    const known = value !== null && value >= 0 ? value : null;
    return { start, end, middle: (start + end) / 2, value: known, broken };
  });

/** Bars over the days that each number counts, dots at their middles, and lines between neighbours, as far as they are in view. */
function shapesOf(points: readonly Point[], scale: Scale, y: (value: number) => number) {
  const { left, right } = scale;
  const bars = points.map(({ start, end, value }) => {
    const [a, b] = [Math.max(start, left), Math.min(end, right)];
    if (value === null || b <= a) return '';
    return `M${a.toFixed(1)} ${(y(value) - 2).toFixed(1)}H${b.toFixed(1)}v4H${a.toFixed(1)}z`;
  });
  const dots = points.map(({ middle, value }) =>
    value !== null && middle >= left && middle <= right ? shapePath('circle', middle, y(value), 3.5) : '',
  );
  const lines = points.slice(1).map((point, i) => {
    const before = points[i]!;
    if (before.value === null || point.value === null || point.broken) return '';
    return within([before.middle, y(before.value)], [point.middle, y(point.value)], scale);
  });
  return { bars: bars.join(''), dots: dots.join(''), lines: lines.join('') };
}

/** A measure in a panel below the lanes, on the same days and a scale of its own, which a pan does not change. */
export function belowOps({ title, words, values }: Below, scale: Scale, top: number): Op[] {
  const { left, right } = scale;
  const points = pointsOf(values, scale);
  const most = ticksTo(Math.max(0, ...points.map(({ value }) => value ?? 0))).at(-1)!;
  const ground = top + NAME + PLOT;
  const y = (value: number): number => ground - (value / most) * PLOT;
  const { bars, dots, lines } = shapesOf(points, scale, y);
  const text = { kind: 'text', size: TEXT } as const;
  const label = (value: number): Op => ({
    ...text,
    x: left - 6,
    y: y(value) + 4,
    text: formatValue(value),
    anchor: 'end',
    paint: QUIET,
  });
  const name = fitted(`${title} (${words})`, right, TEXT, true);
  return [
    { ...text, x: 0, y: top + 14, text: name, bold: true, paint: INK },
    { kind: 'line', d: `M${left} ${y(most)}H${right}`, paint: FAINT },
    { kind: 'line', d: `M${left} ${ground}H${right}`, paint: LINE },
    label(0),
    label(most),
    { kind: 'area', d: bars, paint: tinted(PAINT) },
    { kind: 'line', d: lines, paint: PAINT },
    { kind: 'area', d: dots, paint: PAINT },
  ];
}
