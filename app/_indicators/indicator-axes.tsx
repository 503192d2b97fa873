import { GridLine } from '@/app/_charts/grid-line';
import type { Plot } from '@/app/_charts/plot';
import { AXIS_TEXT } from '@/lib/chart-axis';
import type { IndicatorChart } from '@/lib/indicators/indicator-chart';
import { formatCount } from '@/lib/numbers';

/** Lines at round counts, and the year below the first period of each. */
export function IndicatorAxes({ chart, plot }: { chart: IndicatorChart; plot: Plot }) {
  const top = chart.ticks.at(-1)!;
  const of = chart.columns.length;
  const years = chart.columns.flatMap(({ reading }, i) => {
    const year = reading.to.slice(0, 4);
    return i === 0 || chart.columns[i - 1]!.reading.to.slice(0, 4) !== year ? [{ i, year }] : [];
  });
  const stride = Math.ceil(years.length / 8);
  return (
    <>
      {chart.ticks.map((tick) => {
        const y = plot.height * (1 - tick / top);
        return <GridLine key={tick} {...{ plot, y }} label={formatCount(tick)} ground={tick === 0} />;
      })}
      {years
        .filter((_, k) => k % stride === 0)
        .map(({ i, year }) => (
          <g key={year}>
            <line
              className="pw-grid"
              x1={plot.along(i / of)}
              x2={plot.along(i / of)}
              y1={plot.height}
              y2={plot.height + 5}
              stroke="#0b0c0c"
            />
            <text
              className="pw-axis"
              x={plot.along((i + 0.5) / of)}
              y={plot.height + 20}
              textAnchor="middle"
              fontSize={AXIS_TEXT}
              fill="#0b0c0c"
            >
              {year}
            </text>
          </g>
        ))}
    </>
  );
}
