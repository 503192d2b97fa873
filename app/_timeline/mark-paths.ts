import { shapePath } from '@/lib/shapes';
import { BAR, MARK, type Bar, type Heap, type Mark } from '@/lib/timeline-lane-drawing';
import { markStyles } from '@/lib/timeline-lanes';
import { EXACT, REPORTED, UNCERTAIN } from '@/lib/timeline-level';
import type { Shape } from '@/lib/vocabulary';

/**
 * Marks, bars and heaps as outlines to be filled, never stroked: a stroke round thousands of shapes takes three times as
 * long to paint. A hollow mark is a filled one with a smaller white one on it; its white edge is a larger one below.
 */
const EDGE = 1.6;
const HALO = 1.5;
const BAR_EDGE = 1;

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Radius of the circle inside a shape of r = 1, by which its outline moves when r changes. */
const INSIDE: Record<Exclude<Shape, 'cross'>, number> = { circle: 1, square: 0.88, diamond: 1.1 / Math.SQRT2, triangle: 0.588 };
/** How far below its own middle that circle lies. */
const TRIANGLE_MIDDLE = 0.212;

/** A mark's outline moved outwards by so many pixels; inwards where negative. */
export function markPath(shape: Shape, x: number, y: number, by: number, size = MARK): string {
  if (shape === 'cross') {
    const [a, b] = [Math.max(0.4, size * 0.42 + by), size * 1.05 + by];
    return `M${n(x - a)} ${n(y - b)}h${n(2 * a)}v${n(b - a)}h${n(b - a)}v${n(2 * a)}h${n(a - b)}v${n(b - a)}h${n(-2 * a)}v${n(a - b)}h${n(a - b)}v${n(-2 * a)}h${n(b - a)}z`;
  }
  const r = size + by / INSIDE[shape];
  return shapePath(shape, x, shape === 'triangle' ? y + TRIANGLE_MIDDLE * (size - r) : y, r);
}

/** A bar moved outwards, with round ends except where it goes on beyond the view. */
function barPath({ x, y, width, openLeft, openRight }: Bar, by: number): string {
  const h = BAR + 2 * by;
  const r = h / 2;
  const [left, right] = [openLeft ? 0 : r, openRight ? 0 : r];
  const [start, end] = [openLeft ? x : x + 0.5 - by, openRight ? x + width : x + width - 0.5 + by];
  const inner = n(Math.max(0, end - start - left - right));
  return `M${n(start + left)} ${n(y - r)}h${inner}${openRight ? `v${n(h)}` : `a${n(r)} ${n(r)} 0 0 1 0 ${n(h)}`}h-${inner}${openLeft ? 'z' : `a${n(r)} ${n(r)} 0 0 1 0 ${n(-h)}z`}`;
}

const rectPath = (x: number, y: number, width: number, height: number): string =>
  width > 0 && height > 0 ? `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z` : '';

/** What lies over the full shape: nothing to the day, a tint within a span, white (of a heap, hatching) by report only. */
export interface Layers {
  halo: string;
  full: string;
  tint: string;
  hollow: string;
}

const none = (): Layers => ({ halo: '', full: '', tint: '', hollow: '' });

function add(layers: Layers, look: number, outline: (by: number) => string, edge: number): void {
  layers.halo += outline(HALO);
  layers.full += outline(0);
  if (look === UNCERTAIN) layers.tint += outline(-edge);
  if (look === REPORTED) layers.hollow += outline(-edge);
}

/** Marks and bars by their style (position in markStyles): few paths, whatever the number of events. */
export function markLayers(marks: readonly Mark[], bars: readonly Bar[]): Map<number, Layers> {
  const styles = new Map<number, Layers>();
  const layersOf = (style: number): Layers => {
    const layers = styles.get(style) ?? none();
    styles.set(style, layers);
    return layers;
  };
  for (const bar of bars) add(layersOf(bar.style), bar.look, (by) => barPath(bar, by), BAR_EDGE);
  const ends = bars.map(({ style, look, x, y }) => ({ style, look, x: x + MARK, y }));
  for (const { style, look, x, y } of [...ends, ...marks]) add(layersOf(style), look, (by) => markPath(markStyles[style]!.shape, x, y, by), EDGE);
  return styles;
}

/** Heaps by what is known of their dates, the best known lowest, as in the stacks; `cut` are gaps in those drawn too low. */
export function heapLayers(heaps: readonly Heap[]): Layers & { cut: string } {
  const layers = { ...none(), cut: '' };
  for (const { x, y, width, height, count, uncertain, reported, cut } of heaps) {
    let top = y;
    for (const [look, part] of [[REPORTED, reported], [UNCERTAIN, uncertain], [EXACT, count - uncertain - reported]] as const) {
      const tall = (part / count) * height;
      const from = top;
      add(layers, look, (by) => rectPath(x - by, from - by, width + 2 * by, tall + 2 * by), BAR_EDGE);
      top += tall;
    }
    if (cut) layers.cut += `M${n(x - 2)} ${n(y + 16)}l${n(width + 4)} -5v-3l${n(-width - 4)} 5z`;
  }
  return layers;
}

/** The colour mixed with white, opaque, so that what lies behind does not show through. */
export function tint(colour: string, share = 0.38): string {
  const mixed = [1, 3, 5].map((at) => Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
