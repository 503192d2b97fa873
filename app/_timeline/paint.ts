import { EXACT, REPORTED } from '@/lib/timeline-level';
import { tint } from './mark-paths';

/** Of several pillars at once, in lanes that are not a pillar's. */
export const MIXED = '#505a5f';
export const INK = '#0b0c0c';
export const QUIET = '#505a5f';
export const HAIRLINE = '#d0d3d6';
export const FONT = 'arial, helvetica, sans-serif';

/** How a mark or bar of a look is painted: filled to the day, tinted within a span, hollow by report only. */
export function lookPaint(colour: string, look: number): { fill: string; stroke: string; strokeWidth: number } {
  if (look === EXACT) return { fill: colour, stroke: colour, strokeWidth: 0.6 };
  if (look === REPORTED) return { fill: '#fff', stroke: colour, strokeWidth: 1.7 };
  return { fill: tint(colour), stroke: colour, strokeWidth: 1.3 };
}

/** A white edge: keeps the contrast of a mark where a band or a grid line lies behind it. */
export const HALO = { fill: '#fff', stroke: '#fff', strokeWidth: 4.4 };
