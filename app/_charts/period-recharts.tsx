'use client';

import { useRef } from 'react';
import { Bar, BarChart, Tooltip, XAxis, YAxis, type BarShapeProps } from 'recharts';
import { useWidth } from '@/app/_timeline/use-width';
import { periodTicks, perPeriod } from '@/lib/chart-axis';
import type { Segment } from '@/lib/chart-columns';
import type { PeriodColumn } from '@/lib/chart-period';
import { HatchDefs } from './hatch-defs';
import { NoteMarks } from './note-marks';
import { PeriodCard } from './period-card';
import type { PeriodChartProps } from './period-chart';
import { countAxis } from './period-drawing';
import { PeriodAxis, PeriodGround } from './period-ground';
import { PeriodSegment } from './period-segment';
import { AXIS_HEIGHT, columnShare, fixedPlot, GUTTER, HEADROOM, MARGIN, PLOT_HEIGHT } from './plot';
import { ActiveColumn, useOpenColumn } from './use-open-column';

const margin = { top: HEADROOM, right: MARGIN, bottom: AXIS_HEIGHT, left: GUTTER };
/** Shapes fit into columns at least this wide. */
const MARKED = 15;

function stackedBar(segment: Pick<Segment, 'pillar' | 'kind'>, ids: string) {
  return function StackedBar({ x, y, width, height }: BarShapeProps) {
    const mark = width >= MARKED ? x + width / 2 : undefined;
    return <PeriodSegment {...{ segment, x, y, width, height, ids, mark }} />;
  };
}

/** What is stacked, from the ground up, as series of recharts. */
function barsOf(shown: readonly number[], ids: string) {
  return (['dated', 'reported'] as const).flatMap((kind) =>
    shown.map((pillar) => (
      <Bar
        key={`${kind} ${pillar}`}
        stackId="all"
        dataKey={(column: PeriodColumn) => column.pillars[pillar]![kind]}
        shape={stackedBar({ pillar, kind }, ids)}
        isAnimationActive={false}
      />
    )),
  );
}

/** The same chart by recharts: a card for each column by mouse and by arrow keys; a click or Enter filters to its dates. */
export function PeriodRecharts({
  data: { columns, period },
  shown,
  over,
  notes,
  hrefs,
  ids: drawn,
}: PeriodChartProps) {
  const ids = `${drawn}-live`;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { setActive, handlers } = useOpenColumn(columns, hrefs);
  const inner = (width ?? 0) - GUTTER - MARGIN;
  const counts = countAxis(columns, shown);
  const plot = fixedPlot(inner, PLOT_HEIGHT);
  return (
    <div ref={frame} className="pw-recharts" {...handlers}>
      {width !== null && (
        <BarChart
          {...{ width, margin }}
          height={HEADROOM + PLOT_HEIGHT + AXIS_HEIGHT}
          data={columns}
          barSize={columnShare(columns.length) * inner}
          aria-label={`Events ${perPeriod(period)} by pillar. Arrow keys move along it; Enter shows one alone.`}
        >
          <HatchDefs ids={ids} />
          <g transform={`translate(${GUTTER} ${HEADROOM})`}>
            <PeriodGround {...{ plot, counts, over }} />
            <PeriodAxis plot={plot} ticks={periodTicks(columns, period, inner)} columns={columns.length} />
          </g>
          <XAxis dataKey="from" hide />
          <YAxis domain={[0, counts.at(-1)!]} hide />
          <Tooltip
            content={<PeriodCard shown={shown} over={over} />}
            cursor={{ fill: '#0b0c0c', fillOpacity: 0.07 }}
            isAnimationActive={false}
          />
          <ActiveColumn onActive={setActive} />
          {barsOf(shown, ids)}
        </BarChart>
      )}
      {/* Recharts draws its bars over whatever else it is given: the notes lie over the chart as a whole. */}
      {width !== null && (
        <svg className="pw-note-layer" width={width} height={HEADROOM + PLOT_HEIGHT} aria-hidden="true">
          <g transform={`translate(${GUTTER} ${HEADROOM})`}>
            <NoteMarks notes={notes} plot={plot} />
          </g>
        </svg>
      )}
    </div>
  );
}
