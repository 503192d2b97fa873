import { GridLine } from '@/app/_charts/grid-line';
import { PeriodAxis } from '@/app/_charts/period-ground';
import { columnShare, type Plot } from '@/app/_charts/plot';
import { countTicks, periodTicks } from '@/lib/chart-axis';
import type { Comparison } from '@/lib/compare/comparison';
import { formatCount } from '@/lib/numbers';
import { A_INK, B_INK } from './inks';

interface Props {
  found: Pick<Comparison, 'bins' | 'period'>;
  plot: Plot;
  /** Widths for which labels are laid out, each shown by its class; the browser picks one. */
  axes: readonly { width: number; className?: string }[];
}

/** A above the line and B below it, period by period, on one scale. */
export function MirrorDrawing({ found: { bins, period }, plot, axes }: Props) {
  const ticks = countTicks(bins.reduce((most, { a, b }) => Math.max(most, a, b), 0));
  const top = ticks.at(-1)!;
  const middle = plot.height / 2;
  const length = (events: number): number => Math.round((middle * events * 100) / top) / 100;
  const share = columnShare(bins.length);
  return (
    <>
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
      {bins.map(({ from, title, a, b }, i) => {
        const x = plot.along((i + 0.5) / bins.length - share / 2);
        const width = plot.along(share);
        return (
          <g key={from}>
            <title>{`${title}: ${formatCount(a)} in A, ${formatCount(b)} in B`}</title>
            {a > 0 && <rect {...{ x, width }} y={middle - length(a)} height={length(a)} fill={A_INK} />}
            {b > 0 && <rect {...{ x, width }} y={middle} height={length(b)} fill={B_INK} />}
          </g>
        );
      })}
    </>
  );
}
