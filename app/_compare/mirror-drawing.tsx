import { GridLine } from '@/app/_charts/grid-line';
import { NoteMarks } from '@/app/_charts/note-marks';
import { OverGround } from '@/app/_charts/over-ground';
import { PeriodAxis } from '@/app/_charts/period-ground';
import { columnShare, type Plot } from '@/app/_charts/plot';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { countTicks, periodTicks } from '@/lib/chart-axis';
import type { Comparison } from '@/lib/compare/comparison';
import { formatCount } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { overIn } from '@/lib/over-words';
import { A_INK, B_INK } from './inks';

interface Props {
  found: Pick<Comparison, 'bins' | 'period'>;
  plot: Plot;
  /** What lies over it, and the notes on its days. */
  over: readonly Laid[];
  notes: readonly ChartNote[];
  /** Widths for which labels are laid out, each shown by its class; the browser picks one. */
  axes: readonly { width: number; className?: string }[];
}

/** A above the line and B below it, period by period, on one scale. */
export function MirrorDrawing({ found: { bins, period }, plot, over, notes, axes }: Props) {
  const marks = over.flatMap((one) => one.marks);
  const ticks = countTicks(bins.reduce((most, { a, b }) => Math.max(most, a, b), 0));
  const top = ticks.at(-1)!;
  const middle = plot.height / 2;
  const length = (events: number): number => Math.round((middle * events * 100) / top) / 100;
  const share = columnShare(bins.length);
  return (
    <>
      <OverGround {...{ over, plot }} />
      {ticks.flatMap((tick) =>
        (tick === 0 ? [1] : [-1, 1]).map((way) => (
          <GridLine
            key={`${tick} ${way}`}
            {...{ plot }}
            y={middle + way * length(tick)}
            label={formatCount(tick)}
            ground={tick === 0}
          />
        )),
      )}
      {axes.map(({ width, className }) => (
        <PeriodAxis
          key={width}
          {...{ plot, className }}
          ticks={periodTicks(bins, period, width)}
          columns={bins.length}
        />
      ))}
      {bins.map(({ from, to, title, a, b }, i) => {
        const lying = overIn(marks, from, to);
        const x = plot.along((i + 0.5) / bins.length - share / 2);
        const width = plot.along(share);
        return (
          <g key={from}>
            <title>{`${title}: ${formatCount(a)} in A, ${formatCount(b)} in B${lying && `. ${lying}`}`}</title>
            {a > 0 && <rect {...{ x, width }} y={middle - length(a)} height={length(a)} fill={A_INK} />}
            {b > 0 && <rect {...{ x, width }} y={middle} height={length(b)} fill={B_INK} />}
          </g>
        );
      })}
      <NoteMarks {...{ notes, plot }} />
    </>
  );
}
