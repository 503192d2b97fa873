import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { countTicks, periodTicks } from '@/lib/chart-axis';
import { heightOf, segmentsOf } from '@/lib/chart-columns';
import type { PeriodColumn, PeriodData } from '@/lib/chart-period';
import { countOf } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { overIn } from '@/lib/over-words';
import type { LockdownBand } from '@/lib/timeline';
import { HatchDefs } from './hatch-defs';
import { NoteMarks } from './note-marks';
import { PeriodAxis, PeriodGround } from './period-ground';
import { PeriodSegment } from './period-segment';
import { columnShare, type Plot } from './plot';

interface Props {
  data: PeriodData;
  /** Positions of the pillars that are drawn. */
  shown: readonly number[];
  over: readonly Laid[];
  notes: readonly ChartNote[];
  plot: Plot;
  /** Widths for which labels are laid out, each shown by its class; the browser picks one. */
  axes: readonly { width: number; className?: string }[];
  ids: string;
  /** Where a column leads; not in pictures. */
  hrefs?: readonly string[];
}

/** Shapes fit into columns up to this many. */
const MARKED = 16;

/** The counts on the axis of a chart with these columns. */
export const countAxis = (columns: readonly PeriodColumn[], shown: readonly number[]): number[] =>
  countTicks(Math.max(0, ...columns.map((column) => heightOf(column, shown))));

function Column({
  column,
  at,
  of,
  top,
  ...props
}: Pick<Props, 'shown' | 'plot' | 'ids'> & { column: PeriodColumn; at: number; of: number; top: number }) {
  const { shown, plot, ids } = props;
  const share = columnShare(of);
  const centre = (at + 0.5) / of;
  const y = (count: number): number => plot.height * (1 - count / top);
  return segmentsOf(column, shown).map((segment) => (
    <PeriodSegment
      key={`${segment.pillar} ${segment.kind}`}
      segment={segment}
      x={plot.along(centre - share / 2)}
      width={plot.along(share)}
      y={y(segment.high)}
      height={y(segment.low) - y(segment.high)}
      ids={ids}
      mark={of <= MARKED ? plot.along(centre) : undefined}
    />
  ));
}

/** The whole height of a column as a link, for the mouse; for the keyboard the table has the same links. */
function ColumnLink({
  column,
  href,
  at,
  of,
  plot,
  marks,
}: {
  column: PeriodColumn;
  /** What lies over the chart. */
  marks: readonly LockdownBand[];
  href: string;
  at: number;
  of: number;
  plot: Plot;
}) {
  const over = overIn(marks, column.from, column.to);
  return (
    <a href={href} tabIndex={-1}>
      <title>{`${column.title}: ${countOf(column.total, 'event')}${over && `. ${over}`}`}</title>
      <rect
        className="pw-column-link"
        x={plot.along(at / of)}
        y={0}
        width={plot.along(1 / of)}
        height={plot.height}
        fill="transparent"
      />
    </a>
  );
}

/** The chart by period as SVG content: what stands in the page before scripts, and in the picture file. */
export function PeriodDrawing({ data, shown, over, notes, plot, axes, ids, hrefs }: Props) {
  const { columns, period } = data;
  const counts = countAxis(columns, shown);
  const of = columns.length;
  const marks = over.flatMap((one) => one.marks);
  return (
    <>
      <HatchDefs ids={ids} />
      <PeriodGround {...{ plot, counts, over }} />
      {axes.map(({ width, className }) => {
        const ticks = periodTicks(columns, period, width);
        return <PeriodAxis key={width} {...{ plot, ticks, className }} columns={of} />;
      })}
      {columns.map((column, at) => (
        <g key={column.from}>
          <Column {...{ column, at, of, shown, plot, ids }} top={counts.at(-1)!} />
          {hrefs && <ColumnLink {...{ column, at, of, plot, marks }} href={hrefs[at]!} />}
        </g>
      ))}
      <NoteMarks notes={notes} plot={plot} />
    </>
  );
}
