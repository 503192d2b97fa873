import { GridLine } from '@/app/_charts/grid-line';
import { PeriodAxis } from '@/app/_charts/period-ground';
import type { Plot } from '@/app/_charts/plot';
import { AXIS_TEXT, periodTicks } from '@/lib/chart-axis';
import type { IndicatorChart } from '@/lib/indicators/indicator-chart';
import { monthYear } from '@/lib/days';
import { formatCount } from '@/lib/numbers';
import { binsBetween, type Period } from '@/lib/periods';

interface Props {
  chart: IndicatorChart;
  plot: Plot;
  period: Period;
  /** Widths for which labels are laid out, each shown by its class; the browser picks one. */
  axes?: readonly { width: number; className?: string }[];
}

/** For labels in a figure as wide as its page, and on a phone. */
const FLUID = [
  { width: 640, className: 'pw-axis--wide' },
  { width: 270, className: 'pw-axis--narrow' },
];

/** So many columns have room for words. */
const FEW_COLUMNS = 6;

/** The year below the first period of each: for periods that are none of the calendar's, like financial years. */
function Years({ chart, plot }: Pick<Props, 'chart' | 'plot'>) {
  const of = chart.columns.length;
  const years = chart.columns.flatMap(({ reading }, i) => {
    const year = reading.to.slice(0, 4);
    return i === 0 || chart.columns[i - 1]!.reading.to.slice(0, 4) !== year ? [{ i, year }] : [];
  });
  const stride = Math.ceil(years.length / 8);
  // A year that ends in March must not pass for the calendar's.
  const end = years.length === of ? `to ${monthYear(chart.columns[0]!.reading.to).slice(0, 3)}` : null;
  const label = (words: string, line: number, x: string | number) => (
    <text
      className="pw-axis"
      x={x}
      y={plot.height + 20 + line * 15}
      textAnchor="middle"
      fontSize={AXIS_TEXT}
      fill="#0b0c0c"
    >
      {words}
    </text>
  );
  return years
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
        {end && label(end, 0, plot.along((i + 0.5) / of))}
        {label(year, end ? 1 : 0, plot.along((i + 0.5) / of))}
      </g>
    ));
}

/** Lines at round counts, and labels below the periods. */
export function IndicatorAxes({ chart, plot, period, axes = FLUID }: Props) {
  const top = chart.ticks.at(-1)!;
  const readings = chart.columns.map(({ reading }) => reading);
  const [first, last] = [readings[0], readings.at(-1)];
  const bins = first && last ? binsBetween(first.from, last.to, period) : [];
  const ofCalendar =
    bins.length === readings.length && bins.every(({ from }, i) => from === readings[i]!.from);
  return (
    <>
      {chart.ticks.map((tick) => {
        const y = plot.height * (1 - tick / top);
        return <GridLine key={tick} {...{ plot, y }} label={formatCount(tick)} ground={tick === 0} />;
      })}
      {chart.columns.map(
        ({ height, reading }, i) =>
          height === null && (
            <text
              key={reading.from}
              className="pw-axis"
              x={plot.along((i + 0.5) / chart.columns.length)}
              y={plot.height - 6}
              textAnchor="middle"
              fontSize={AXIS_TEXT}
              fill="#484949"
            >
              {chart.columns.length <= FEW_COLUMNS ? 'no number' : '–'}
            </text>
          ),
      )}
      {ofCalendar ? (
        axes.map(({ width, className }) => (
          <PeriodAxis
            key={width}
            {...{ plot, className }}
            ticks={periodTicks(bins, period, width)}
            columns={bins.length}
          />
        ))
      ) : (
        <Years {...{ chart, plot }} />
      )}
    </>
  );
}
