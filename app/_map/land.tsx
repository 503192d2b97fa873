import type { Outline } from '@/lib/map/outline';

/** The ground of a map: land, its borders, and dashed those that are in dispute. */
export function Land({ outline }: { outline: Outline }) {
  return (
    <g fill="none" strokeWidth={0.6} stroke="#a1a19c">
      <path d={outline.land} fill="#ebebe6" />
      <path d={outline.borders} />
      <path d={outline.contested} strokeDasharray="2 2" />
    </g>
  );
}
