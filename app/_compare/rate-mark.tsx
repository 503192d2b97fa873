import type { Plot } from '@/app/_charts/plot';
import type { ComparedSide } from '@/lib/compare/comparison';

/** A rate and its interval on an axis from nought to `top`. */
export function RateMark({
  rate,
  top,
  ink,
  plot,
}: {
  rate: ComparedSide['rate'];
  top: number;
  ink: string;
  plot: Plot;
}) {
  const y = plot.height / 2;
  return (
    <>
      <line x1={0} x2={plot.along(1)} y1={plot.height - 0.5} y2={plot.height - 0.5} stroke="#d6d8da" />
      <line x1={0} x2={0} y1={0} y2={plot.height} stroke="#0b0c0c" />
      {rate && (
        <>
          <line
            x1={plot.along(rate.low / top)}
            x2={plot.along(rate.high / top)}
            y1={y}
            y2={y}
            stroke={ink}
            strokeWidth="3"
          />
          <circle cx={plot.along(rate.mean / top)} cy={y} r="5" fill={ink} stroke="#fff" />
        </>
      )}
    </>
  );
}
