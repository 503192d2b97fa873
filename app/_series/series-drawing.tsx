import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import type { PeriodData } from '@/lib/chart-period';
import { GridLine } from '@/app/_charts/grid-line';
import { AXIS_TEXT, countTicks } from '@/lib/chart-axis';
import { formatCount } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { dayNumber } from '@/lib/days';
import { formatValue, shareOf, valueWords, type SeriesChart } from '@/lib/series/series-chart';
import { LABEL_RISE, labelRoom } from '@/lib/series/series-labels';
import { NoteMarks } from '@/app/_charts/note-marks';
import { OverGround } from '@/app/_charts/over-ground';
import type { Plot } from '@/app/_charts/plot';

const INK = '#0b0c0c';
const LINE = '#12436d';
/** The narrowest plots of a page for which numbers are laid out, with the class of those that need more room (_charts.scss). */
const WIDTHS = [210, 436, 660];
const NEEDS = ['', 'pw-from-tablet', 'pw-from-desktop'];
/** The panel of events under the series: its height, and the room between the two. */
export const PANEL = { height: 64, gap: 46 };

interface Props {
  chart: SeriesChart;
  plot: Plot;
  over: readonly Laid[];
  /** Events under the filters, in the dates of the series. */
  events: PeriodData;
  /** Notes of editors on its days. */
  notes: readonly ChartNote[];
}

function Grid({ chart, plot }: Omit<Props, 'events' | 'over' | 'notes'>) {
  const top = chart.ticks.at(-1)!;
  return chart.ticks.map((tick) => {
    const y = plot.height * (1 - tick / top);
    return <GridLine key={tick} {...{ plot, y }} label={formatValue(tick)} ground={tick === 0} />;
  });
}

function Dates({ chart, plot }: Omit<Props, 'events' | 'over' | 'notes'>) {
  return chart.dates.map(({ share, label }) => (
    <g key={label}>
      <line
        className="pw-grid"
        x1={plot.along(share)}
        x2={plot.along(share)}
        y1={plot.height}
        y2={plot.height + 5}
        stroke={INK}
      />
      <text
        className="pw-axis"
        x={plot.along(share)}
        y={plot.height + 20}
        textAnchor="middle"
        fontSize={AXIS_TEXT}
        fill={INK}
      >
        {label}
      </text>
    </g>
  ));
}

/** Where the height of a number lies, in pixels from the top. */
const yOf = (plot: Plot, height: number): number => Math.round(plot.height * (1 - height) * 100) / 100;

/** Lines between neighbours, and the intervals of those numbers that have one. */
function Lines({ chart, plot }: Omit<Props, 'events' | 'over' | 'notes'>) {
  const stroke = { stroke: LINE, strokeWidth: 2 };
  return (
    <>
      {chart.points.map(({ low, high, mid }) =>
        low !== null && high !== null ? (
          <line
            key={mid}
            {...stroke}
            x1={plot.along(mid)}
            x2={plot.along(mid)}
            y1={yOf(plot, low)}
            y2={yOf(plot, high)}
          />
        ) : null,
      )}
      {chart.lines.map(([a, b]) => {
        const [one, other] = [chart.points[a]!, chart.points[b]!];
        return (
          <line
            key={a}
            {...stroke}
            x1={plot.along(one.mid)}
            x2={plot.along(other.mid)}
            y1={yOf(plot, one.height)}
            y2={yOf(plot, other.height)}
          />
        );
      })}
    </>
  );
}

/** A number; a provisional one is hollow. */
export function PointSign({
  x,
  y,
  provisional = false,
}: {
  x: number | string;
  y: number;
  provisional?: boolean;
}) {
  return provisional ? (
    <circle cx={x} cy={y} r={4} fill="#fff" stroke={LINE} strokeWidth={2} />
  ) : (
    <circle cx={x} cy={y} r={4.5} fill={LINE} stroke="#fff" strokeWidth={1.5} />
  );
}

/** Where the numbers are not to be compared with those before: a line through the chart, with its name. */
function Breaks({ chart, plot }: Omit<Props, 'events' | 'over' | 'notes'>) {
  return chart.points
    .filter(({ observation }) => observation.marks.includes('b'))
    .map(({ from }) => (
      <g key={from}>
        <line
          className="pw-grid"
          x1={plot.along(from)}
          x2={plot.along(from)}
          y1={0}
          y2={plot.height}
          stroke={INK}
          strokeDasharray="6 3"
        />
        <text
          className="pw-axis"
          x={plot.along(from)}
          y={plot.height - 8}
          dx={5}
          fontSize={AXIS_TEXT}
          fill={INK}
          stroke="#fff"
          strokeWidth={3}
          paintOrder="stroke"
        >
          break
        </text>
      </g>
    ));
}

/** Each number at the middle of its period, with a bar over the days that it counts. */
function Points({ chart, plot }: Omit<Props, 'events' | 'over' | 'notes'>) {
  const width = plot.along(1);
  const room = labelRoom(chart.points, typeof width === 'number' ? [width] : WIDTHS, plot.height);
  return chart.points.map(({ from, to, mid, height, observation }, i) => {
    const y = yOf(plot, height);
    const needs = NEEDS[room[i]!];
    return (
      <g key={observation.startsOn + observation.endsOn}>
        <line
          x1={plot.along(from)}
          x2={plot.along(to)}
          y1={y}
          y2={y}
          stroke={LINE}
          strokeWidth={4}
          strokeOpacity={0.35}
        />
        <PointSign x={plot.along(mid)} y={y} provisional={observation.marks.includes('p')} />
        {needs !== undefined && (
          <text
            className={`pw-axis ${needs}`}
            x={plot.along(mid)}
            y={y - LABEL_RISE}
            textAnchor="middle"
            fontSize={AXIS_TEXT}
            fill={INK}
            stroke="#fff"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {valueWords(observation)}
          </text>
        )}
      </g>
    );
  });
}

/** Events in a panel of their own, with their own axis: two measures never share one. */
function EventPanel({ chart, plot, events }: Omit<Props, 'over' | 'notes'>) {
  const counts = countTicks(Math.max(0, ...events.columns.map(({ total }) => total)));
  const top = counts.at(-1)!;
  const ground = plot.height + PANEL.gap + PANEL.height;
  const days = dayNumber(chart.to) + 1 - dayNumber(chart.from);
  return (
    <g>
      {[0, top].map((count) => {
        const y = ground - (count / top) * PANEL.height;
        return <GridLine key={count} {...{ plot, y }} label={formatCount(count)} ground={count === 0} />;
      })}
      {events.columns.map(({ from, to, total, title }) => {
        const left = shareOf(from, chart);
        const wide = (dayNumber(to) + 1 - dayNumber(from)) / days;
        const height = (total / top) * PANEL.height;
        return total > 0 ? (
          <rect
            key={from}
            x={plot.along(left + wide * 0.12)}
            width={plot.along(wide * 0.76)}
            y={ground - height}
            height={height}
            fill="#484949"
          >
            <title>{`${title}: ${formatCount(total)}`}</title>
          </rect>
        ) : null;
      })}
    </g>
  );
}

/** A series over time, with lockdowns behind it and the events of the same days in a panel below. */
export function SeriesDrawing(props: Props) {
  return (
    <>
      <OverGround over={props.over} plot={props.plot} below={PANEL.gap + PANEL.height} />
      <Grid {...props} />
      <Dates {...props} />
      <Breaks {...props} />
      <Lines {...props} />
      <Points {...props} />
      <EventPanel {...props} />
      <NoteMarks notes={props.notes} plot={props.plot} />
    </>
  );
}
