import { lockdownPictureKey } from '@/app/_charts/lockdown-sign';
import { noteWords } from '@/app/_charts/note-marks';
import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { OverlayMarks } from '@/db/overlay';
import type { Annotation } from '@/lib/annotations/annotation';
import { bandWords } from '@/lib/chart-words';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Reading } from '@/lib/indicators/evaluate';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Indicator } from '@/lib/indicators/indicator';
import type { Overlay } from '@/lib/overlay';
import { reasonWords, statusInWords } from '@/lib/indicators/status-words';
import { pillarTerm } from '@/lib/vocabulary';
import { IndicatorAxes } from './indicator-axes';
import { IndicatorDrawing } from './indicator-drawing';
import { IndicatorGround, IndicatorNotes, notesOnIndicator } from './indicator-ground';

const WIDTH = 900;
const HEIGHT = 300;

/** An indicator for a picture file. */
export function indicatorPicture(
  indicator: Indicator,
  readings: readonly Reading[],
  measured: string,
  around: { overlay: Overlay; marks: OverlayMarks; notes: readonly Annotation[] },
): ChartPicture {
  const from = baselineWords(indicator);
  const chart = indicatorChart(readings);
  const last = readings.at(-1);
  const surroundings = { over: around.marks.bands, notes: around.notes };
  const lying = bandWords(around.overlay, around.marks.bands);
  const plot = fixedPlot(WIDTH - GUTTER - MARGIN, HEIGHT);
  return {
    title: indicator.question,
    subtitle: last ? `${statusInWords(last)}: ${reasonWords(last, from)}` : 'Nothing has been counted yet',
    keys: [
      {
        label: `${measured}, a ${indicator.period}`,
        sign: <rect x={5} y={0} width={9} height={14} fill={pillarTerm(indicator.pillar).colour} />,
      },
      { label: `expected from ${from}`, sign: <rect x={0} y={2} width={20} height={10} fill="#d4dbe6" /> },
      ...(lying ? [lockdownPictureKey(lying)] : []),
    ],
    width: WIDTH,
    height: HEADROOM + 16 + HEIGHT + AXIS_HEIGHT,
    note: [
      'An indicator says that a count is unusual, never why.',
      ...notesOnIndicator(chart, surroundings).map((note) => `${note.number}: ${noteWords(note)}.`),
    ].join(' '),
    drawing: (
      <g transform={`translate(${GUTTER} ${HEADROOM + 16})`}>
        <IndicatorGround {...{ chart, plot, surroundings }} />
        <IndicatorAxes {...{ chart, plot }} />
        <IndicatorDrawing {...{ chart, plot, from }} pillar={indicator.pillar} />
        <IndicatorNotes {...{ chart, plot, surroundings }} />
      </g>
    ),
  };
}
