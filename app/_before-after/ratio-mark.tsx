import type { Plot } from '@/app/_charts/plot';
import type { RateRatio } from '@/lib/stats/rate-ratio';
import { AFTER_INK } from './inks';

/** The ends of the axis: a ratio beyond them is drawn as an arrow. */
const MOST = 32;

/** Where a ratio lies on an axis on which double and half are equally far from 1, as a share of its width. */
export const along = (ratio: number): number => {
  const held = Math.min(MOST, Math.max(1 / MOST, ratio));
  return 0.5 + Math.log2(held) / Math.log2(MOST * MOST);
};

export const ratioTicks = [1 / 16, 1 / 4, 1, 4, 16] as const;
export const tickWords = (tick: number): string => (tick < 1 ? `1/${1 / tick}` : String(tick));

/** A ratio and its interval, in the middle of a plot. */
export function RatioMark({ ratio, plot }: { ratio: RateRatio | null; plot: Plot }) {
  const y = plot.height / 2;
  const isKnown = ratio !== null && ratio.ratio !== null;
  return (
    <>
      {ratioTicks.map((tick) => (
        <line
          key={tick}
          className="pw-grid"
          x1={plot.along(along(tick))}
          x2={plot.along(along(tick))}
          y1={0}
          y2={plot.height}
          stroke={tick === 1 ? '#0b0c0c' : '#d6d8da'}
        />
      ))}
      {isKnown && (
        <>
          <line
            x1={plot.along(along(ratio.low))}
            x2={plot.along(along(ratio.high))}
            y1={y}
            y2={y}
            stroke={AFTER_INK}
            strokeWidth="3"
          />
          {ratio.low < 1 / MOST && (
            <svg x="0" y={y} overflow="visible">
              <path d="M0 0l8 -5v10z" fill={AFTER_INK} />
            </svg>
          )}
          {ratio.high > MOST && (
            <svg x={plot.along(1)} y={y} overflow="visible">
              <path d="M0 0l-8 -5v10z" fill={AFTER_INK} />
            </svg>
          )}
          {ratio.ratio! > 0 && Number.isFinite(ratio.ratio) && (
            <svg x={plot.along(along(ratio.ratio!))} y={y} overflow="visible">
              <path d="M0 -6l6 6l-6 6l-6 -6z" fill={AFTER_INK} stroke="#fff" />
            </svg>
          )}
        </>
      )}
    </>
  );
}
