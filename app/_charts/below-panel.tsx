import { Link } from '@/app/_ui/link';
import { belowPanel, type Below } from '@/lib/below';
import type { ColumnDays } from '@/lib/chart-columns';
import { formatValue } from '@/lib/series/series-chart';
import { fitted } from '@/lib/timeline-text';
import { BelowDrawing } from './below-drawing';
import { fixedPlot, fluidPlot, GUTTER, MARGIN } from './plot';

/** The height of the panel, and the room above it for its highest label. */
const BELOW = { height: 90, above: 24 };
/** The room above it in a picture, which has its name too. */
const NAMED = 40;

interface Props {
  below: Below;
  /** The days of the chart above: one after the other as wide as it is, or side by side. */
  columns: readonly ColumnDays[];
  /** Room beside the plot above, in pixels. */
  gutter?: number;
  margin?: number;
}

/** What stands below a chart, in words. */
export const belowWords = ({ title, words, source }: Below): string =>
  `Below, on its own scale: ${title} (${words}; ${source}).`;

/** The same with the way to its own page. */
export function BelowCaption({ below: { title, words, source, href } }: { below: Below }) {
  return (
    <p className="pw-figure__subtitle">
      Below:{' '}
      <Link className="govuk-link" href={href}>
        {title}
      </Link>{' '}
      ({words}; {source}), on its own scale. That the two stand together says nothing of cause.
    </p>
  );
}

/** A series or an indicator under a chart, over the same days and on a scale of its own. */
export function BelowFigure({ below, columns, gutter = GUTTER, margin = MARGIN }: Props) {
  const panel = belowPanel(below, { columns });
  return (
    <div className="pw-below">
      <BelowCaption below={below} />
      {panel === null ? (
        <p className="pw-chart-empty">It has no number in these dates.</p>
      ) : (
        <div style={{ padding: `${BELOW.above}px ${margin}px 4px ${gutter}px` }}>
          <svg
            className="pw-plot"
            width="100%"
            height={BELOW.height}
            role="img"
            aria-label={`${below.title}: ${panel.points.map(({ value }) => formatValue(value)).join(', ')}`}
          >
            <BelowDrawing panel={panel} plot={fluidPlot(BELOW.height)} />
          </svg>
        </div>
      )}
    </div>
  );
}

/** The panel for a picture file, and how high it makes the picture; nothing where it has no number in these days. */
export function belowPicture(below: Below | null, columns: readonly ColumnDays[], width: number) {
  const panel = below && belowPanel(below, { columns });
  if (!below || !panel) return null;
  return {
    height: NAMED + BELOW.height + 8,
    words: belowWords(below),
    drawing: (
      <>
        <text x={0} y={12} fontSize={12} fontWeight={700} fill="#0b0c0c">
          {fitted(`${below.title} (${below.words})`, width, 12, true)}
        </text>
        <g transform={`translate(0 ${NAMED})`}>
          <BelowDrawing panel={panel} plot={fixedPlot(width, BELOW.height)} />
        </g>
      </>
    ),
  };
}
