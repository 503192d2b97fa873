import { ChartFigure } from '@/app/_charts/chart-figure';
import { LockdownKey } from '@/app/_charts/lockdown-sign';
import { NoteList } from '@/app/_charts/note-marks';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { OverlayMarks } from '@/db/overlay';
import type { Annotation } from '@/lib/annotations/annotation';
import { bandWords } from '@/lib/chart-words';
import type { Day } from '@/lib/days';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Reading } from '@/lib/indicators/evaluate';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Indicator } from '@/lib/indicators/indicator';
import { overlayText, type Overlay } from '@/lib/overlay';
import { reasonWords, statusInWords } from '@/lib/indicators/status-words';
import { IndicatorAxes } from './indicator-axes';
import { IndicatorDrawing } from './indicator-drawing';
import { IndicatorGround, IndicatorNotes, notesOnIndicator } from './indicator-ground';
import { IndicatorTable } from './indicator-table';

const HEIGHT = 200;

interface Props {
  indicator: Indicator;
  readings: readonly Reading[];
  /** What is counted, in words. */
  measured: string;
  hrefOf: ((reading: Reading) => string) | null;
  source: string;
  /** The day of knowledge that its numbers are of. */
  asOf: Day | null;
  around: { overlay: Overlay; marks: OverlayMarks; notes: readonly Annotation[] };
}

/** An indicator over time with its band, and all that goes with a chart. */
export function IndicatorFigure({ indicator, readings, measured, hrefOf, source, asOf, around }: Props) {
  const from = baselineWords(indicator);
  const chart = indicatorChart(readings);
  const last = readings.at(-1);
  const plot = fluidPlot(HEIGHT);
  const surroundings = { over: around.marks.bands, notes: around.notes };
  const lying = bandWords(around.overlay, around.marks.bands);
  const query = new URLSearchParams(
    Object.entries({ asOf, over: overlayText(around.overlay) }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
  return (
    <ChartFigure
      id="readings"
      title={last ? `${statusInWords(last)}: ${reasonWords(last, from)}` : 'Nothing has been counted yet'}
      subtitle={`${measured}, a ${indicator.period}. The band behind the columns is what was to be expected from ${from}`}
      table={<IndicatorTable caption={measured} {...{ readings, from, hrefOf }} />}
      folder="/indicators/files"
      file={indicator.slug}
      query={query.toString()}
      source={source}
    >
      {chart.columns.length === 0 ? (
        <p className="pw-chart-empty">Nothing to draw.</p>
      ) : (
        <PlotFrame
          plot={{ height: HEIGHT }}
          above={16}
          below={
            <>
              {lying && (
                <ul className="pw-evidence__key">
                  <LockdownKey words={lying} />
                </ul>
              )}
              <NoteList notes={notesOnIndicator(chart, surroundings)} />
            </>
          }
        >
          <IndicatorGround {...{ chart, plot, surroundings }} />
          <IndicatorAxes {...{ chart, plot }} />
          <IndicatorDrawing {...{ chart, plot, from }} pillar={indicator.pillar} />
          <IndicatorNotes {...{ chart, plot, surroundings }} />
        </PlotFrame>
      )}
    </ChartFigure>
  );
}
