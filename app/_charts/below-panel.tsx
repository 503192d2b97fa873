import Link from 'next/link';
import { belowPanel, type Below } from '@/lib/below';
import type { PeriodData } from '@/lib/chart-period';
import { formatValue } from '@/lib/series/series-chart';
import { BelowDrawing } from './below-drawing';
import { fluidPlot, GUTTER, MARGIN } from './plot';

/** The height of the panel, and the room above it for its highest label. */
export const BELOW = { height: 90, above: 24 };

/** A series or an indicator under a chart, over the same days and on a scale of its own. */
export function BelowFigure({ below, data }: { below: Below; data: PeriodData }) {
  const panel = belowPanel(below, data);
  const { title, words, source, href } = below;
  return (
    <div className="pw-below">
      <p className="pw-figure__subtitle">
        Below:{' '}
        <Link className="govuk-link" href={href} prefetch={false}>
          {title}
        </Link>{' '}
        ({words}; {source}), on its own scale. That the two stand together says nothing of cause.
      </p>
      {panel === null ? (
        <p className="pw-chart-empty">It has no number in these dates.</p>
      ) : (
        <div style={{ padding: `${BELOW.above}px ${MARGIN}px 4px ${GUTTER}px` }}>
          <svg
            className="pw-plot"
            width="100%"
            height={BELOW.height}
            role="img"
            aria-label={`${title}: ${panel.points.map(({ value }) => formatValue(value)).join(', ')}`}
          >
            <BelowDrawing panel={panel} plot={fluidPlot(BELOW.height)} />
          </svg>
        </div>
      )}
    </div>
  );
}
