import { lockdownPictureKey } from '@/app/_charts/lockdown-sign';
import { belowPicture } from '@/app/_charts/below-panel';
import { NoteMarks } from '@/app/_charts/note-marks';
import { FLAGS, OverFlags, pictureNote } from '@/app/_charts/over-flags';
import { OverGround } from '@/app/_charts/over-ground';
import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { OverlayMarks } from '@/db/overlay';
import type { Annotation } from '@/lib/annotations/annotation';
import type { Below } from '@/lib/below';
import { bandWords } from '@/lib/chart-words';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Reading } from '@/lib/indicators/evaluate';
import { aroundIndicator } from '@/lib/indicators/indicator-around';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Indicator } from '@/lib/indicators/indicator';
import type { Overlay } from '@/lib/overlay';
import { reasonWords, statusInWords } from '@/lib/indicators/status-words';
import { pillarTerm } from '@/lib/vocabulary';
import { IndicatorAxes } from './indicator-axes';
import { IndicatorDrawing } from './indicator-drawing';
import { ABOVE } from './indicator-figure';

const WIDTH = 900;
const HEIGHT = 300;

/** An indicator for a picture file. */
export function indicatorPicture(
  indicator: Indicator,
  readings: readonly Reading[],
  measured: string,
  around: { overlay: Overlay; marks: OverlayMarks; notes: readonly Annotation[] },
  below: Below | null,
): ChartPicture {
  const from = baselineWords(indicator);
  const chart = indicatorChart(readings);
  const last = readings.at(-1);
  const { columns, over, notes } = aroundIndicator(chart, around);
  const lying = bandWords(around.overlay, around.marks.bands);
  const inner = WIDTH - GUTTER - MARGIN;
  const plot = fixedPlot(inner, HEIGHT);
  const top = HEADROOM + 16 + (over.length > 0 ? FLAGS : 0);
  const height = top + HEIGHT + AXIS_HEIGHT;
  const panel = belowPicture(below, columns, inner);
  return {
    title: indicator.question,
    subtitle: last ? `${statusInWords(last)}: ${reasonWords(last, from)}` : 'Nothing has been counted yet',
    keys: [
      {
        label: `${measured}, a ${indicator.period}`,
        sign: <rect x={5} y={0} width={9} height={14} fill={pillarTerm(indicator.pillar).colour} />,
      },
      { label: `expected from ${from}`, sign: <rect x={0} y={2} width={20} height={10} fill="#d4dbe6" /> },
      ...(over.length > 0 ? [lockdownPictureKey(lying)] : []),
    ],
    width: WIDTH,
    height: height + (panel?.height ?? 0),
    note: pictureNote(['An indicator says that a count is unusual, never why.'], {
      over,
      notes,
      below: panel?.words,
    }),
    drawing: (
      <>
        <g transform={`translate(${GUTTER} ${top})`}>
          <OverFlags over={over} kind={around.overlay.kind} width={inner} above={ABOVE + 6} />
          <OverGround {...{ over, plot }} above={ABOVE} />
          <IndicatorAxes {...{ chart, plot }} period={indicator.period} axes={[{ width: inner }]} />
          <IndicatorDrawing {...{ chart, plot, from }} over={around.marks.bands} pillar={indicator.pillar} />
          <NoteMarks {...{ notes, plot }} />
        </g>
        {panel && <g transform={`translate(${GUTTER} ${height})`}>{panel.drawing}</g>}
      </>
    ),
  };
}
