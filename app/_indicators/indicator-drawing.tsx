import type { Plot } from '@/app/_charts/plot';
import { reasonWords, statusInWords } from '@/lib/indicators/status-words';
import type { IndicatorChart } from '@/lib/indicators/indicator-chart';
import { overIn } from '@/lib/over-words';
import type { LockdownBand } from '@/lib/timeline';
import { pillarTerm, type Pillar } from '@/lib/vocabulary';

const BAND = '#d4dbe6';

interface Props {
  chart: IndicatorChart;
  plot: Plot;
  pillar: Pillar;
  /** What the band rests on. */
  from: string;
  /** What lies over the chart. */
  over?: readonly LockdownBand[];
}

/** The expected band behind, what was counted before it, and a triangle over what is off the band. */
export function IndicatorDrawing({ chart, plot, pillar, from, over = [] }: Props) {
  const share = 1 / Math.max(1, chart.columns.length);
  const y = (height: number): number => Math.round(plot.height * (1 - height) * 100) / 100;
  const { colour } = pillarTerm(pillar);
  return chart.columns.map(({ reading, height, band }, i) => {
    const { status, side, title } = reading;
    const lying = overIn(over, reading.from, reading.to);
    const centre = plot.along((i + 0.5) * share);
    return (
      <g key={reading.from}>
        <title>{`${title}: ${statusInWords(reading)}. ${reasonWords(reading, from)}${lying && `. ${lying}`}`}</title>
        <rect
          x={plot.along(i * share)}
          y={0}
          width={plot.along(share)}
          height={plot.height}
          fill="transparent"
        />
        {band && (
          <rect
            x={plot.along(i * share)}
            y={y(band.high)}
            width={plot.along(share)}
            height={Math.max(1, y(band.low) - y(band.high))}
            fill={BAND}
          />
        )}
        {height !== null && height > 0 && (
          <rect
            x={plot.along((i + 0.25) * share)}
            y={y(height)}
            width={plot.along(share * 0.5)}
            height={plot.height - y(height)}
            fill={colour}
          />
        )}
        {(status === 'raised' || status === 'high') && height !== null && (
          <svg x={centre} y={Math.max(0, y(height) - 16)} width="14" height="14" overflow="visible">
            <path
              d={side > 0 ? 'M0 2l6 11h-12z' : 'M0 13l6 -11h-12z'}
              fill={status === 'high' ? '#a2260c' : '#fff'}
              stroke="#0b0c0c"
              strokeWidth="1.5"
            />
          </svg>
        )}
      </g>
    );
  });
}
