import { ChartFigure } from '@/app/_charts/chart-figure';
import { LockdownKey } from '@/app/_charts/lockdown-sign';
import { BelowFigure } from '@/app/_charts/below-panel';
import { NoteList, NoteMarks } from '@/app/_charts/note-marks';
import { OverGround } from '@/app/_charts/over-ground';
import { OverTags } from '@/app/_charts/over-tags';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { OverlayMarks } from '@/db/overlay';
import type { Annotation } from '@/lib/annotations/annotation';
import { askedText } from '@/lib/asked';
import type { Below, BelowChoice } from '@/lib/below';
import { bandWords } from '@/lib/chart-words';
import type { Day } from '@/lib/days';
import { filtersToQuery, noFilters } from '@/lib/filters';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Reading } from '@/lib/indicators/evaluate';
import { aroundIndicator } from '@/lib/indicators/indicator-around';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Indicator } from '@/lib/indicators/indicator';
import type { Overlay } from '@/lib/overlay';
import { reasonWords, statusInWords } from '@/lib/indicators/status-words';
import { IndicatorAxes } from './indicator-axes';
import { IndicatorDrawing } from './indicator-drawing';
import { IndicatorTable } from './indicator-table';

const HEIGHT = 200;
/** Bands stand out above the plot, where what is expected does not hide them. */
export const ABOVE = 8;

interface Props {
  indicator: Indicator;
  readings: readonly Reading[];
  /** What is counted, in words. */
  measured: string;
  hrefOf: ((reading: Reading) => string) | null;
  source: string;
  /** The day of knowledge that its numbers are of. */
  asOf: Day | null;
  around: {
    overlay: Overlay;
    marks: OverlayMarks;
    notes: readonly Annotation[];
    below: { choice: BelowChoice; measure: Below } | null;
  };
}

/** An indicator over time with its band, and all that goes with a chart. */
export function IndicatorFigure(props: Props) {
  const { indicator, readings, measured, hrefOf, source, asOf, around } = props;
  const { below } = around;
  const from = baselineWords(indicator);
  const chart = indicatorChart(readings);
  const last = readings.at(-1);
  const plot = fluidPlot(HEIGHT);
  const { columns, over, notes } = aroundIndicator(chart, around);
  const lying = bandWords(around.overlay, around.marks.bands);
  return (
    <ChartFigure
      id="readings"
      title={last ? `${statusInWords(last)}: ${reasonWords(last, from)}` : 'Nothing has been counted yet'}
      subtitle={`${measured}, a ${indicator.period}. The band behind the columns is what was to be expected from ${from}`}
      table={<IndicatorTable caption={measured} {...{ readings, from, hrefOf }} />}
      folder="/indicators/files"
      file={indicator.slug}
      query={filtersToQuery(
        { ...noFilters, asOf },
        askedText({ overlay: around.overlay, below: below && below.choice }),
      )}
      source={source}
    >
      {chart.columns.length === 0 ? (
        <p className="pw-chart-empty">Nothing to draw.</p>
      ) : (
        <>
          <OverTags {...{ over, asOf }} kind={around.overlay.kind} id="readings" />
          <PlotFrame
            plot={{ height: HEIGHT }}
            above={16}
            below={
              <>
                {over.length > 0 && (
                  <ul className="pw-evidence__key">
                    <LockdownKey words={lying} />
                  </ul>
                )}
                <NoteList notes={notes} />
              </>
            }
          >
            <OverGround {...{ over, plot }} above={ABOVE} />
            <IndicatorAxes {...{ chart, plot }} period={indicator.period} />
            <IndicatorDrawing
              {...{ chart, plot, from }}
              over={around.marks.bands}
              pillar={indicator.pillar}
            />
            <NoteMarks {...{ notes, plot }} />
          </PlotFrame>
          {below && <BelowFigure below={below.measure} columns={columns} />}
        </>
      )}
    </ChartFigure>
  );
}
