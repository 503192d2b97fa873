import { fluidPlot } from '@/app/_charts/plot';
import type { Reading } from '@/lib/indicators/evaluate';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Pillar } from '@/lib/vocabulary';
import { IndicatorDrawing } from './indicator-drawing';

const PERIODS = 24;
const plot = fluidPlot(44);

/** The last two years at a glance; the words beside it say the latest of it. */
export function IndicatorSpark({
  readings,
  pillar,
  from,
}: {
  readings: readonly Reading[];
  pillar: Pillar;
  from: string;
}) {
  return (
    <svg
      className="pw-indicator__spark"
      width="100%"
      height={plot.height}
      aria-hidden="true"
      focusable="false"
    >
      <IndicatorDrawing chart={indicatorChart(readings, PERIODS)} {...{ plot, pillar, from }} />
      <line x1="0" x2="100%" y1={plot.height - 0.5} y2={plot.height - 0.5} stroke="#6b6d6e" />
    </svg>
  );
}
