import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { IndicatorPreview } from '@/app/_http/indicator-preview';
import { IndicatorAxes } from '@/app/_indicators/indicator-axes';
import { IndicatorDrawing } from '@/app/_indicators/indicator-drawing';
import { IndicatorTable } from '@/app/_indicators/indicator-table';
import { StatusSign } from '@/app/_indicators/status-sign';

const plot = fluidPlot(160);

/** What the indicator would have said of the past: how often it would have fired, a picture, and when. */
export function PreviewBody({ preview }: { preview: IndicatorPreview }) {
  const { measured, from, pillar, period, sentence, latest, chart, fired, more } = preview;
  return (
    <>
      <p className="pw-sentence">{sentence}</p>
      <p className="pw-preview__what">
        Counted: {measured}.
        {latest && (
          <>
            {' '}
            Now: <StatusSign reading={latest.reading} /> ({latest.words}).
          </>
        )}
      </p>
      {chart.columns.length > 0 && (
        <PlotFrame plot={plot} above={16}>
          <IndicatorAxes {...{ chart, plot, period }} />
          <IndicatorDrawing {...{ chart, plot, pillar, from }} />
        </PlotFrame>
      )}
      {fired.length > 0 && (
        <div className="pw-scroll" role="region" aria-label="When it would have fired" tabIndex={0}>
          <IndicatorTable
            caption={
              more > 0 ? `When it would have fired: the last ${fired.length}` : 'When it would have fired'
            }
            readings={fired.toReversed()}
            from={from}
            hrefOf={null}
          />
        </div>
      )}
    </>
  );
}
