import { GridLine } from '@/app/_charts/grid-line';
import type { Plot } from '@/app/_charts/plot';
import { AXIS_TEXT, countTicks } from '@/lib/chart-axis';
import { formatCount } from '@/lib/numbers';
import type { PlaceboBins } from '@/lib/event-study/placebo-bins';
import { AFTER_INK } from './inks';

/** How many other dates show which difference, and where the study itself stands. */
export function PlaceboDrawing({ bins, plot }: { bins: PlaceboBins; plot: Plot }) {
  const ticks = countTicks(Math.max(...bins.bars.map(({ dates }) => dates)));
  const top = ticks.at(-1)!;
  const share = 1 / bins.bars.length;
  const y = (value: number): number => Math.round(plot.height * (1 - value / top) * 100) / 100;
  const at = (score: number): number => (score + bins.most) / (2 * bins.most);
  return (
    <>
      {ticks.map((tick) => (
        <GridLine key={tick} {...{ plot }} y={y(tick)} label={formatCount(tick)} ground={tick === 0} />
      ))}
      {bins.bars.map(({ from, to, dates }, i) => (
        <rect
          key={from}
          x={plot.along((i + 0.1) * share)}
          y={y(dates)}
          width={plot.along(share * 0.8)}
          height={plot.height - y(dates)}
          fill="#9a9b9c"
        >
          <title>{`${formatCount(dates)} dates with a difference from ${from} to ${to}`}</title>
        </rect>
      ))}
      <line
        x1={plot.along(at(bins.own))}
        x2={plot.along(at(bins.own))}
        y1={-4}
        y2={plot.height}
        stroke={AFTER_INK}
        strokeWidth="3"
      />
      <svg x={plot.along(at(bins.own))} y={-4} overflow="visible">
        <path d="M0 6l-6 -9h12z" fill={AFTER_INK} />
      </svg>
      {(
        [
          ['start', 0, '← less after'],
          ['middle', 0.5, 'no difference'],
          ['end', 1, 'more after →'],
        ] as const
      ).map(([anchor, place, words]) => (
        <text
          key={words}
          className="pw-axis"
          x={plot.along(place)}
          y={plot.height + 20}
          textAnchor={anchor}
          fontSize={AXIS_TEXT}
          fill="#0b0c0c"
        >
          {words}
        </text>
      ))}
    </>
  );
}
