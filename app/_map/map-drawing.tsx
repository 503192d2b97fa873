import type { ReactNode } from 'react';
import { FEW } from '@/lib/map/map-words';
import { LABEL_SIZE, type MapLayout, type Spot } from '@/lib/map/map-layout';
import { MapKey } from './map-key';

const COLOUR = '#12436D';

const to = (n: number): number => Math.round(n * 100) / 100;

/** True for a rate that rests on so few events that it says little. */
const isShaky = ({ count }: Spot, measure: MapLayout['measure']): boolean =>
  measure === 'million' && count < FEW;

/** A circle whose area is the value, and a dot at its centre, which shows where a circle is too small to see. */
function Circle({ spot, measure }: { spot: Spot; measure: MapLayout['measure'] }) {
  const { x, y, r, chosen } = spot;
  const hollow = !chosen || isShaky(spot, measure);
  return (
    <g className="pw-map__spot">
      <circle
        cx={to(x)}
        cy={to(y)}
        r={to(r)}
        fill={hollow ? '#fff' : COLOUR}
        fillOpacity={hollow ? 0.6 : 0.78}
        stroke={hollow ? COLOUR : '#fff'}
        strokeDasharray={chosen ? undefined : '3 2'}
      />
      <circle cx={to(x)} cy={to(y)} r={1.6} fill={r > 4 && !hollow ? '#fff' : COLOUR} />
    </g>
  );
}

/** A map as plain SVG: its ground, its circles, the names of the largest, and the key of sizes. */
export function MapDrawing({ layout, ground }: { layout: MapLayout; ground: ReactNode }) {
  return (
    <>
      {ground}
      {layout.spots.map((spot) => (
        <Circle key={spot.place.code} spot={spot} measure={layout.measure} />
      ))}
      <g
        className="pw-map__labels"
        fontSize={LABEL_SIZE}
        fill="#0b0c0c"
        stroke="#fff"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {layout.labels.map(({ text, x, y }) => (
          <text key={text} x={to(x)} y={to(y)}>
            {text}
          </text>
        ))}
      </g>
      <MapKey layout={layout} />
    </>
  );
}
