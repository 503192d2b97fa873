import { AXIS_TEXT, type PeriodTick } from '@/lib/chart-axis';
import type { Stretch } from '@/lib/chart-columns';
import { formatCount } from '@/lib/numbers';
import { GridLine } from './grid-line';
import type { Plot } from './plot';
import { PointLine } from './point-line';

const INK = '#0b0c0c';
const QUIET = '#484949';

interface Props {
  plot: Plot;
  /** Round counts from nought to the top of the plot. */
  counts: readonly number[];
  /** Lockdowns, or what else lies over the chart. */
  bands: readonly Stretch[];
  /** What lies over it on single days. */
  points?: readonly number[];
}

/** What stands behind the columns: lockdowns, lines at round counts and the counts. */
export function PeriodGround({ plot, counts, bands, points = [] }: Props) {
  const top = counts.at(-1)!;
  return (
    <>
      {bands.map(({ from, to }) => (
        <rect
          key={from}
          className="pw-band"
          x={plot.along(from)}
          y={0}
          width={plot.along(to - from)}
          height={plot.height}
          fill="#f1f2f3"
        />
      ))}
      {points.map((share) => (
        <PointLine key={share} x={plot.along(share)} height={plot.height} />
      ))}
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
