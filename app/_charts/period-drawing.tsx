import { countTicks, labelEvery } from '@/lib/chart-axis';
import type { PeriodColumn, PeriodData } from '@/lib/chart-period';
import { formatCount } from '@/lib/count-words';
import { pillarTerms } from '@/lib/vocabulary';
import { HatchDefs, hatchOf } from './hatch-defs';

interface Props {
  data: PeriodData;
  width: number;
  height: number;
  id: string;
}

const LEFT = 34;
const BOTTOM = 24;
const TOP = 8;

/** One column: each pillar's dated events, then its reported ones hatched on top. */
function Column({
  column,
  x,
  width,
  yOf,
  id,
}: {
  column: PeriodColumn;
  x: number;
  width: number;
  yOf(n: number): number;
  id: string;
}) {
  let below = 0;
  const parts = pillarTerms.flatMap(({ code, colour }, p) =>
    (['dated', 'reported'] as const).map((kind) => {
      const n = column.pillars[p]![kind];
      const [low, high] = [below, below + n];
      below = high;
      return n === 0 ? null : (
        <rect
          key={code + kind}
          x={x}
          y={yOf(high)}
          width={width}
          height={yOf(low) - yOf(high)}
          fill={kind === 'dated' ? colour : hatchOf(code, id)}
          stroke={colour}
          strokeWidth="0.75"
        />
      );
    }),
  );
  return <g>{parts}</g>;
}

/** The chart as plain SVG: what stands in the page before scripts, and in the downloaded picture. */
export function PeriodDrawing({ data, width, height, id }: Props) {
  const ticks = countTicks(data.tallest);
  const top = ticks.at(-1)!;
  const base = height - BOTTOM;
  const yOf = (n: number): number => base - (n / top) * (base - TOP);
  const slot = (width - LEFT) / Math.max(1, data.columns.length);
  const every = labelEvery(
    data.columns.length,
    width - LEFT,
    data.period === 'day' || data.period === 'week' ? 84 : 66,
  );
  return (
    <svg
      className="pw-chart-svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      fontFamily="arial, helvetica, sans-serif"
    >
      <HatchDefs id={id} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={width}
            y1={yOf(tick)}
            y2={yOf(tick)}
            stroke={tick === 0 ? '#0b0c0c' : '#d6d6d6'}
          />
          <text x={LEFT - 6} y={yOf(tick) + 4} textAnchor="end" fontSize="12" fill="#484949">
            {formatCount(tick)}
          </text>
        </g>
      ))}
      {data.columns.map((column, i) => (
        <g key={column.from}>
          <Column column={column} x={LEFT + slot * i + slot * 0.14} width={slot * 0.72} yOf={yOf} id={id} />
          {i % every === 0 && (
            <text
              x={Math.min(LEFT + slot * (i + 0.5), width - 30)}
              y={height - 7}
              textAnchor="middle"
              fontSize="12"
              fill="#484949"
            >
              {column.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
