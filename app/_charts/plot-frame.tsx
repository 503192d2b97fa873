import type { ReactNode } from 'react';
import { AXIS_HEIGHT, GUTTER, HEADROOM, MARGIN, type Plot } from './plot';

interface Props {
  plot: Pick<Plot, 'height'>;
  /** Room above the plot beside the usual, in pixels, for what stands over it. */
  above?: number;
  /** What stands under the drawing, as wide as its plot. */
  below?: ReactNode;
  /** The drawing, its axes included. */
  children: ReactNode;
}

/** The drawing of a figure with room for its axes; its table says the same to who does not see it. */
export function PlotFrame({ plot, above = 0, below, children }: Props) {
  return (
    <div style={{ padding: `${HEADROOM + above}px ${MARGIN}px 0 ${GUTTER}px` }}>
      <svg
        className="pw-plot"
        width="100%"
        height={plot.height + AXIS_HEIGHT}
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
      {below}
    </div>
  );
}
