import type { Plot } from '@/app/_charts/plot';
import { AFTER_INK, BEFORE_INK } from './inks';

interface Props {
  weeks: readonly (number | null)[];
  /** The highest week of all rows: they share one scale. */
  top: number;
  plot: Plot;
}

/** One day 0 and its weeks; weeks that are not observed are hatched along the ground. */
export function RowDrawing({ weeks, top, plot }: Props) {
  const share = 1 / weeks.length;
  return (
    <>
      {weeks.map((events, i) =>
        events === null ? (
          <rect
            key={i}
            x={plot.along(i * share)}
            y={plot.height - 6}
            width={plot.along(share)}
            height={6}
            fill="#e8e9ea"
          />
        ) : (
          events > 0 && (
            <rect
              key={i}
              x={plot.along((i + 0.15) * share)}
              y={Math.round(plot.height * (1 - events / top) * 100) / 100}
              width={plot.along(share * 0.7)}
              height={Math.round((plot.height * events * 100) / top) / 100}
              fill={i * 2 < weeks.length ? BEFORE_INK : AFTER_INK}
            />
          )
        ),
      )}
      <line x1="0" x2={plot.along(1)} y1={plot.height - 0.5} y2={plot.height - 0.5} stroke="#6b6d6e" />
      <line
        x1={plot.along(0.5)}
        x2={plot.along(0.5)}
        y1={0}
        y2={plot.height}
        stroke="#0b0c0c"
        strokeDasharray="4 3"
      />
    </>
  );
}
