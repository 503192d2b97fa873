import { circleRadius } from '@/lib/map/circle-scale';
import { formatRate } from '@/lib/map/map-words';
import type { MapLayout } from '@/lib/map/map-layout';

const LEFT = 14;
const GAP = 10;
const TEXT = 13;
const LINE = 20;

/** Heights of the names: at the top of their circles, but a line of text apart where circles lie closer. */
function lineHeights(tops: readonly number[], ground: number): number[] {
  return tops.reduceRight<number[]>(
    (below, top) => [Math.min(top, (below[0] ?? ground + LINE - 8) - LINE), ...below],
    [],
  );
}

/** What the sizes of circles stand for: round values nested at the lower left of the map, where there is sea. */
export function MapKey({ layout }: { layout: MapLayout }) {
  const { key, most, measure, view } = layout;
  if (key.length === 0) return null;
  const widest = circleRadius(key[0]!, most);
  const [x, ground] = [LEFT + widest, view.height - 12];
  const lines = lineHeights(
    key.map((value) => ground - 2 * circleRadius(value, most)),
    ground,
  );
  return (
    <g className="pw-map__key" style={{ transformOrigin: `0px ${view.height}px` }}>
      <text x={LEFT} y={Math.min(...lines) - 14} fontSize={TEXT} fill="#0b0c0c">
        {measure === 'million' ? 'Events per million people' : 'Events'}
      </text>
      {key.map((value, i) => {
        const r = circleRadius(value, most);
        const right = x + widest + GAP;
        return (
          <g key={value}>
            <circle cx={x} cy={ground - r} r={r} fill="none" stroke="#0b0c0c" />
            <polyline
              points={`${x},${ground - 2 * r} ${x + widest},${lines[i]!} ${right},${lines[i]!}`}
              fill="none"
              stroke="#6f777b"
              strokeWidth={0.75}
            />
            <text x={right + 3} y={lines[i]! + TEXT * 0.36} fontSize={TEXT} fill="#0b0c0c">
              {formatRate(value, measure)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
