import { GridLine } from '@/app/_charts/grid-line';
import type { Plot } from '@/app/_charts/plot';
import { AXIS_TEXT } from '@/lib/chart-axis';
import type { AlignedWeek } from '@/lib/event-study/aligned-weeks';
import { intervalWords, ratioWords } from '@/lib/event-study/study-words';
import { ticksTo } from '@/lib/series/series-chart';
import { AFTER_INK, BAND_INK, BEFORE_INK } from './inks';

/** "3 weeks before day 0", "the week of day 0". */
export const weekWords = (week: number): string =>
  week < 0
    ? week === -1
      ? 'the week before day 0'
      : `${-week} weeks before day 0`
    : week === 0
      ? 'the week from day 0'
      : week === 1
        ? 'a week after day 0'
        : `${week} weeks after day 0`;

/** Every how many weeks a label stands. */
const strideOf = (each: number): number => [1, 2, 4, 6, 13, 26].find((n) => each / n <= 3.5) ?? 26;

function WeekAxis({ weeks, plot }: { weeks: readonly AlignedWeek[]; plot: Plot }) {
  const each = weeks.length / 2;
  const stride = strideOf(each);
  const marks = Array.from({ length: weeks.length + 1 }, (_, i) => i - each).filter((n) => n % stride === 0);
  return marks.map((n) => (
    <g key={n}>
      <line
        className="pw-grid"
        x1={plot.along((n + each) / weeks.length)}
        x2={plot.along((n + each) / weeks.length)}
        y1={plot.height}
        y2={plot.height + 5}
        stroke="#0b0c0c"
      />
      <text
        className="pw-axis"
        x={plot.along((n + each) / weeks.length)}
        y={plot.height + 20}
        textAnchor="middle"
        fontSize={AXIS_TEXT}
        fill="#0b0c0c"
      >
        {n < 0 ? `−${-n}` : n === 0 ? 'day 0' : `+${n}`}
      </text>
    </g>
  ));
}

/** Mean weekly counts as columns with their intervals behind; weeks that are left out are blank. */
export function AlignedDrawing({ weeks, plot }: { weeks: readonly AlignedWeek[]; plot: Plot }) {
  const ticks = ticksTo(Math.max(0, ...weeks.map(({ high, mean }) => Math.max(high ?? 0, mean ?? 0))));
  const top = ticks.at(-1)!;
  const share = 1 / weeks.length;
  const y = (value: number): number => Math.round(plot.height * (1 - value / top) * 100) / 100;
  return (
    <>
      {ticks.map((tick) => (
        <GridLine key={tick} {...{ plot }} y={y(tick)} label={String(tick)} ground={tick === 0} />
      ))}
      {weeks.map(({ week, gap, mean, low, high, zeros }, i) =>
        mean === null || gap ? null : (
          <g key={week}>
            <title>{`${weekWords(week)}: ${ratioWords(mean)} a week (${intervalWords({ low: low!, high: high! })}), ${zeros} days 0`}</title>
            <rect
              x={plot.along(i * share)}
              y={y(high!)}
              width={plot.along(share)}
              height={Math.max(1, y(low!) - y(high!))}
              fill={BAND_INK}
            />
            <rect
              x={plot.along((i + 0.25) * share)}
              y={y(mean)}
              width={plot.along(share * 0.5)}
              height={plot.height - y(mean)}
              fill={week < 0 ? BEFORE_INK : AFTER_INK}
            />
          </g>
        ),
      )}
      <line
        className="pw-grid"
        x1={plot.along(0.5)}
        x2={plot.along(0.5)}
        y1={-6}
        y2={plot.height}
        stroke="#0b0c0c"
        strokeDasharray="4 3"
        strokeWidth="1.5"
      />
      <WeekAxis {...{ weeks, plot }} />
    </>
  );
}
