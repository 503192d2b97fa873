import { shapePath } from './shapes';
import { BAR, MARK, type Bar, type Heap, type Mark } from './timeline-lane-drawing';
import { markStyles } from './timeline-lanes';
import { EXACT, REPORTED, UNCERTAIN } from './timeline-level';
import type { Shape } from './vocabulary';

/**
 * Marks, bars and heaps as outlines to be filled, never stroked: a stroke round thousands of shapes takes three times as
 * long to paint. A hollow mark is a full one with a smaller white one on it; its white edge is a larger one below.
 */
const EDGE = 1.5;
const HALO = 1.5;
const BAR_EDGE = 1;

const n = (value: number): number => Math.round(value * 10) / 10;

/** The radius of the circle inside a shape of r = 1: by it the outline moves when r changes. */
const INSIDE: Record<Exclude<Shape, 'cross'>, number> = {
  circle: 1,
  square: 0.88,
  diamond: 1.1 / Math.SQRT2,
  triangle: 0.588,
};
/** How far below its own middle that circle lies in a triangle. */
const TRIANGLE_MIDDLE = 0.212;
/** At mark size a triangle looks smaller than the other shapes of its height. */
const TRIANGLE_SIZE = 1.16;

function crossPath(x: number, y: number, a: number, b: number): string {
  const long = n(b - a);
  const wide = n(2 * a);
  return `M${n(x - a)} ${n(y - b)}h${wide}v${long}h${long}v${wide}h${-long}v${long}h${-wide}v${-long}h${-long}v${-wide}h${long}z`;
}

/** A mark's outline moved outwards by so many pixels; inwards where negative. */
export function markPath(shape: Shape, x: number, y: number, by: number): string {
  if (shape === 'cross') return crossPath(x, y, Math.max(0.4, MARK * 0.42 + by), MARK * 1.05 + by);
  if (shape !== 'triangle') return shapePath(shape, x, y, MARK + by / INSIDE[shape]);
  const size = MARK * TRIANGLE_SIZE;
  const r = size + by / INSIDE.triangle;
  return shapePath(shape, x, y + TRIANGLE_MIDDLE * (size - r), r);
}

/** A bar moved outwards, with round ends except where it goes on beyond the view. */
function barPath({ x, y, width, openLeft, openRight }: Bar, by: number): string {
  const h = n(BAR + 2 * by);
  const r = n(h / 2);
  const start = openLeft ? x : x + 0.5 - by + r;
  const end = openRight ? x + width : x + width - 0.5 + by - r;
  const inner = n(Math.max(0, end - start));
  const close = openLeft ? 'z' : `a${r} ${r} 0 0 1 0 ${-h}z`;
  return `M${n(start)} ${n(y - r)}h${inner}${openRight ? `v${h}` : `a${r} ${r} 0 0 1 0 ${h}`}h${-inner}${close}`;
}

const rectPath = (x: number, y: number, width: number, height: number): string =>
  width > 0 && height > 0 ? `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z` : '';

/** Outlines of one colour from the back to the front: a white edge, the full shape, and on it a tint or white. */
export interface Layers {
  halo: string;
  full: string;
  tint: string;
  hollow: string;
}

const none = (): Layers => ({ halo: '', full: '', tint: '', hollow: '' });

function add(
  layers: Layers,
  look: number,
  outline: (by: number) => string,
  edge: number,
  halo: boolean,
): void {
  if (halo) layers.halo += outline(HALO);
  layers.full += outline(0);
  if (look === UNCERTAIN) layers.tint += outline(-edge);
  if (look === REPORTED) layers.hollow += outline(-edge);
}

/** By position in markStyles: few paths, whatever the number of events. */
type StyledLayers = Map<number, Layers>;

function layersOf(styles: StyledLayers, style: number): Layers {
  const layers = styles.get(style) ?? none();
  styles.set(style, layers);
  return layers;
}

export function barLayers(bars: readonly Bar[]): StyledLayers {
  const styles: StyledLayers = new Map();
  for (const bar of bars)
    add(layersOf(styles, bar.style), bar.look, (by) => barPath(bar, by), BAR_EDGE, true);
  return styles;
}

/** Marks; those at `onGround` need no white edge. */
export function markLayers(
  marks: readonly Pick<Mark, 'style' | 'look' | 'x' | 'y'>[],
  onGround: (x: number) => boolean,
): StyledLayers {
  const styles: StyledLayers = new Map();
  for (const { style, look, x, y } of marks) {
    const { shape } = markStyles[style]!;
    add(layersOf(styles, style), look, (by) => markPath(shape, x, y, by), EDGE, !onGround(x));
  }
  return styles;
}

/** The pillar's shape at the left end of each bar. */
export const barEnds = (bars: readonly Bar[]): Pick<Mark, 'style' | 'look' | 'x' | 'y'>[] =>
  bars.map(({ style, look, x, y }) => ({ style, look, x: x + MARK, y }));

/** Heaps by what is known of their dates, the best known lowest, as in the stacks; `cut` are gaps in those drawn too low. */
export function heapLayers(heaps: readonly Heap[]): Layers & { cut: string } {
  const layers = { ...none(), cut: '' };
  for (const { x, y, width, height, count, uncertain, reported, cut } of heaps) {
    let top = y;
    for (const [look, part] of [
      [REPORTED, reported],
      [UNCERTAIN, uncertain],
      [EXACT, count - uncertain - reported],
    ] as const) {
      const tall = (part / count) * height;
      const from = top;
      add(layers, look, (by) => rectPath(x - by, from - by, width + 2 * by, tall + 2 * by), BAR_EDGE, true);
      top += tall;
    }
    if (cut) layers.cut += `M${n(x - 2)} ${n(y + 16)}l${n(width + 4)} -5v-3l${n(-width - 4)} 5z`;
  }
  return layers;
}
