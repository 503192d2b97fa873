import type { Shape } from './vocabulary';

const n = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * The outline of a pillar's shape round (x, y) as SVG path data; r is half its height. Areas are near equal, so that
 * no pillar looks heavier than another.
 */
export function shapePath(shape: Shape, x: number, y: number, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
    case 'square': {
      const s = r * 0.88;
      return `M${n(x - s)} ${n(y - s)}h${n(2 * s)}v${n(2 * s)}h${n(-2 * s)}z`;
    }
    case 'triangle':
      return `M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y + r * 0.8)}H${n(x - r)}z`;
    case 'diamond':
      return `M${n(x)} ${n(y - r * 1.1)}L${n(x + r * 1.1)} ${n(y)}L${n(x)} ${n(y + r * 1.1)}L${n(x - r * 1.1)} ${n(y)}z`;
    case 'cross': {
      const a = r * 0.38;
      const b = r;
      return `M${n(x - a)} ${n(y - b)}h${n(2 * a)}v${n(b - a)}h${n(b - a)}v${n(2 * a)}h${n(a - b)}v${n(b - a)}h${n(-2 * a)}v${n(a - b)}h${n(a - b)}v${n(-2 * a)}h${n(b - a)}z`;
    }
  }
}
