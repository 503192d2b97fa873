import { AXIS_TEXT, type PeriodTick } from '@/lib/chart-axis';
import { formatCount } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { GridLine } from './grid-line';
import { OverGround } from './over-ground';
import type { Plot } from './plot';

const INK = '#0b0c0c';
const QUIET = '#484949';

interface Props {
  plot: Plot;
  /** Round counts from nought to the top of the plot. */
  counts: readonly number[];
  /** Lockdowns, or what else lies over the chart. */
  over: readonly Laid[];
}

/** What stands behind the columns: lockdowns, lines at round counts and the counts. */
export function PeriodGround({ plot, counts, over }: Props) {
  const top = counts.at(-1)!;
  return (
    <>
      <OverGround {...{ over, plot }} />
      {counts.map((count) => {
        const y = plot.height * (1 - count / top);
        return <GridLine key={count} {...{ plot, y }} label={formatCount(count)} ground={count === 0} />;
      })}
    </>
  );
}

/** The labels under the columns: the period, and below it the year where that changes. */
export function PeriodAxis({
  plot,
  ticks,
  columns,
  className,
}: {
  plot: Plot;
  ticks: readonly PeriodTick[];
  columns: number;
  className?: string;
}) {
  return (
    <g className={className}>
      {ticks.map(({ column, label, year }) => {
        const x = plot.along((column + 0.5) / columns);
        const text = { className: 'pw-axis', textAnchor: 'middle', fontSize: AXIS_TEXT } as const;
        return (
          <g key={column}>
            <line className="pw-grid" x1={x} x2={x} y1={plot.height} y2={plot.height + 4} stroke={INK} />
            <text {...text} x={x} y={plot.height + 18} fill={INK}>
              {label}
            </text>
            {year && (
              <text {...text} x={x} y={plot.height + 34} fill={QUIET}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
