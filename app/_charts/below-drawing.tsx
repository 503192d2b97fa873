import type { BelowPanel } from '@/lib/below';
import { formatValue } from '@/lib/series/series-chart';
import { GridLine } from './grid-line';
import type { Plot } from './plot';

const LINE = '#12436d';
/** Above this many, numbers are left to the measure's own page. */
const LABELLED = 12;

/** A measure as a line in a panel of its own, each number over the days that it counts. */
export function BelowDrawing({ panel: { ticks, points, lines }, plot }: { panel: BelowPanel; plot: Plot }) {
  const y = (height: number): number => Math.round(plot.height * (1 - height) * 100) / 100;
  const top = ticks.at(-1)!;
  return (
    <>
      {[0, top].map((tick) => (
        <GridLine key={tick} {...{ plot }} y={y(tick / top)} label={formatValue(tick)} ground={tick === 0} />
      ))}
      {lines.map(([a, b]) => (
        <line
          key={a}
          x1={plot.along(points[a]!.mid)}
          x2={plot.along(points[b]!.mid)}
          y1={y(points[a]!.height)}
          y2={y(points[b]!.height)}
          stroke={LINE}
          strokeWidth={2}
        />
      ))}
      {points.map(({ from, to, mid, height, value }) => (
        <g key={mid}>
          <line
            x1={plot.along(from)}
            x2={plot.along(to)}
            y1={y(height)}
            y2={y(height)}
            stroke={LINE}
            strokeWidth={4}
            strokeOpacity={0.35}
          />
          <circle cx={plot.along(mid)} cy={y(height)} r={3.5} fill={LINE} stroke="#fff" />
          {points.length <= LABELLED && (
            <text
              className="pw-axis"
              x={plot.along(mid)}
              y={y(height) - 8}
              textAnchor="middle"
              fontSize={12}
              fill="#0b0c0c"
              stroke="#fff"
              strokeWidth={3}
              paintOrder="stroke"
            >
              {formatValue(value)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
