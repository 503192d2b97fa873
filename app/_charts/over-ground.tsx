import type { Laid } from '@/lib/over-layer';
import { overLines } from '@/lib/over-words';
import type { Plot } from './plot';
import { PointLine } from './point-line';

interface Props {
  over: readonly Laid[];
  plot: Plot;
  /** How far the bands reach beyond the plot, in pixels. */
  above?: number;
  below?: number;
}

/** What lies over a chart, drawn behind it: bands, and lines for single days; each says what it is. */
export function OverGround({ over, plot, above = 0, below = 0 }: Props) {
  return over.map(({ from, to, point, marks }) => {
    const words = overLines(marks);
    return point ? (
      <PointLine
        key={`point ${from}`}
        x={plot.along((from + to) / 2)}
        height={plot.height + below}
        words={words}
      />
    ) : (
      <rect
        key={from}
        className="pw-band"
        x={plot.along(from)}
        y={-above}
        width={plot.along(to - from)}
        height={plot.height + above + below}
        fill="#f1f2f3"
      >
        <title>{words}</title>
      </rect>
    );
  });
}
