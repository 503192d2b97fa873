import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { belowPicture } from '@/app/_charts/below-panel';
import { FLAGS, OverFlags, pictureNote } from '@/app/_charts/over-flags';
import { lockdownPictureKey } from '@/app/_charts/lockdown-sign';
import type { ChartPicture } from '@/app/_charts/picture';
import { fixedPlot, HEADROOM, MARGIN } from '@/app/_charts/plot';
import { perPeriod } from '@/lib/chart-axis';
import type { PeriodData } from '@/lib/chart-period';
import type { Below } from '@/lib/below';
import { bandWords } from '@/lib/chart-words';
import type { Laid } from '@/lib/over-layer';
import type { LockdownBand } from '@/lib/timeline';
import type { Overlay } from '@/lib/overlay';
import type { Series } from '@/lib/series/series';
import { seriesSentence, type SeriesChart } from '@/lib/series/series-chart';
import type { Observation } from '@/lib/series/series';
import { SERIES_GUTTER } from './series-chart';
import { PANEL, PointSign, SeriesDrawing } from './series-drawing';
import { isProvisional } from './series-key';

const WIDTH = 900;
const HEIGHT = 340;

interface Data {
  chart: SeriesChart;
  events: PeriodData;
  bands: readonly LockdownBand[];
  over: readonly Laid[];
  overlay: Overlay;
  notes: readonly ChartNote[];
  below: Below | null;
}

/** A series for a picture file. */
export function seriesPicture(
  series: Series & { observations: readonly Observation[] },
  data: Data,
): ChartPicture {
  const { title, geography, unit, observations } = series;
  const inner = WIDTH - SERIES_GUTTER - MARGIN;
  const top = HEADROOM + 12 + (data.over.length > 0 ? FLAGS : 0);
  const height = top + HEIGHT + PANEL.gap + PANEL.height + 10;
  const panel = belowPicture(data.below, [data.chart], inner);
  return {
    title: `${title}, ${geography}`,
    subtitle: seriesSentence(observations, unit),
    keys: [
      {
        label: `${unit}, and the period that they count`,
        sign: (
          <>
            <line x1={0} x2={20} y1={7} y2={7} stroke="#12436d" strokeWidth={4} strokeOpacity={0.35} />
            <circle cx={10} cy={7} r={4.5} fill="#12436d" />
          </>
        ),
      },
      ...(observations.some(isProvisional)
        ? [{ label: 'provisional', sign: <PointSign x={10} y={7} provisional /> }]
        : []),
      {
        label: `events ${perPeriod(data.events.period)}`,
        sign: <rect x={5} y={0} width={9} height={14} fill="#484949" />,
      },
      ...(data.bands.length > 0 ? [lockdownPictureKey(bandWords(data.overlay, data.bands))] : []),
    ],
    width: WIDTH,
    height: height + (panel?.height ?? 0),
    note: pictureNote(
      ['The two panels have their own scales; that they stand together says nothing of cause.'],
      { over: data.over, notes: data.notes, below: panel?.words },
    ),
    drawing: (
      <>
        <g transform={`translate(${SERIES_GUTTER} ${top})`}>
          <OverFlags over={data.over} kind={data.overlay.kind} width={inner} above={HEADROOM} />
          <SeriesDrawing {...data} plot={fixedPlot(inner, HEIGHT)} />
        </g>
        {panel && <g transform={`translate(${SERIES_GUTTER} ${height})`}>{panel.drawing}</g>}
      </>
    ),
  };
}
