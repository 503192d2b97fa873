import { Still } from '@/app/_ui/still';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import type { PeriodData } from '@/lib/chart-period';
import type { Laid } from '@/lib/over-layer';
import { PeriodDrawing } from './period-drawing';
import { PeriodLive } from './period-live';
import { AXIS_HEIGHT, fluidPlot, GUTTER, HEADROOM, MARGIN, PLOT_HEIGHT } from './plot';

export interface PeriodChartProps {
  data: PeriodData;
  /** Positions of the pillars that are drawn. */
  shown: readonly number[];
  /** What lies over it. */
  over: readonly Laid[];
  /** Notes of editors, numbered. */
  notes: readonly ChartNote[];
  /** Where a column leads: the page filtered to its dates, in the order of the columns. */
  hrefs: readonly string[];
  ids: string;
}

/** For labels in a figure half a page wide, and on a phone; which of them shows is up to the style sheet. */
const AXES = [
  { width: 380, className: 'pw-axis--wide' },
  { width: 270, className: 'pw-axis--narrow' },
];

/**
 * Events by period. The drawing from the server stands until recharts has been loaded, after the first paint; both are
 * drawn by the same parts at the same height, so nothing moves, and without scripts the drawing simply stays.
 */
export function PeriodChart(props: PeriodChartProps) {
  const height = HEADROOM + PLOT_HEIGHT + AXIS_HEIGHT;
  return (
    <div className="pw-period" style={{ height }}>
      <PeriodLive {...props}>
        <div style={{ padding: `${HEADROOM}px ${MARGIN}px 0 ${GUTTER}px` }}>
          {/* For readers who hear the page the table below says the same, in order. */}
          <Still
            as="svg"
            className="pw-plot"
            width="100%"
            height={PLOT_HEIGHT + AXIS_HEIGHT}
            aria-hidden="true"
            focusable="false"
          >
            <PeriodDrawing {...props} plot={fluidPlot(PLOT_HEIGHT)} axes={AXES} />
          </Still>
        </div>
      </PeriodLive>
    </div>
  );
}
