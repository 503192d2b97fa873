import type { Placebo } from './placebo';

/** The differences at other dates in bars of one width, from the least to the most. */
export interface PlaceboBins {
  own: number;
  /** The axis goes from minus this to this. */
  most: number;
  bars: { from: number; to: number; dates: number }[];
}

const HALF = 0.5;

/** Bars of half a standard deviation; wider where there would be more than forty. */
export function placeboBins({ own, others }: Placebo): PlaceboBins {
  const furthest = others.reduce((most, other) => Math.max(most, Math.abs(other)), Math.abs(own));
  const width = HALF * Math.max(1, Math.ceil(furthest / HALF / 20));
  const half = Math.max(4, Math.ceil((furthest + 1e-9) / width));
  const bars = Array.from({ length: 2 * half }, (_, i) => ({
    from: (i - half) * width,
    to: (i - half + 1) * width,
    dates: 0,
  }));
  for (const other of others) bars[Math.min(2 * half - 1, Math.floor(other / width) + half)]!.dates++;
  return { own, most: half * width, bars };
}
