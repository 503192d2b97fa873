import { AXIS_HEIGHT, fluidPlot, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import type { PeriodData } from '@/lib/chart-period';
import type { Laid } from '@/lib/over-layer';
import type { SeriesChart as Chart } from '@/lib/series/series-chart';
import { PANEL, SeriesDrawing } from './series-drawing';

/** Room for numbers of five digits. */
export const SERIES_GUTTER = 58;
export const SERIES_MARGIN = MARGIN + 8;
const HEIGHT = 240;

interface Props {
  chart: Chart;
  over: readonly Laid[];
  events: PeriodData;
  notes: readonly ChartNote[];
}

/** The drawing of a series in a page, as wide as its parent. For readers who hear the page the table says the same. */
export function SeriesChart(props: Props) {
  const height = HEIGHT + PANEL.gap + PANEL.height;
  return (
    <div
      className="pw-period"
      style={{
        height: HEADROOM + 12 + height + AXIS_HEIGHT / 2,
        padding: `${HEADROOM + 12}px ${SERIES_MARGIN}px 0 ${SERIES_GUTTER}px`,
      }}
    >
      <svg className="pw-plot" width="100%" height={height + 8} aria-hidden="true" focusable="false">
        <SeriesDrawing {...props} plot={fluidPlot(HEIGHT)} />
      </svg>
    </div>
  );
}
