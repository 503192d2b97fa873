import { GridLine } from '@/app/_charts/grid-line';
import { NoteMarks } from '@/app/_charts/note-marks';
import { OverGround } from '@/app/_charts/over-ground';
import { PeriodAxis } from '@/app/_charts/period-ground';
import { columnShare, type Plot } from '@/app/_charts/plot';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { AXIS_TEXT, periodTicks } from '@/lib/chart-axis';
import { balanceScale, balanceWords, type Balance } from '@/lib/evidence/balance';
import { formatCount } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { overIn } from '@/lib/over-words';

const INK = '#0b0c0c';
/** The row of what gives context, below the columns. */
export const CONTEXT_ROW = 26;
/** Labels are chosen for a chart this wide; on a narrow screen they stand closer. */
const TYPICAL = 640;

interface Props {
  balance: Balance;
  /** Of the columns and the row below them. */
  plot: Plot;
  colour: string;
  /** What lies over it, and the notes on its days. */
  over: readonly Laid[];
  notes: readonly ChartNote[];
}

/** How many events give context. */
function Context({ x, y, count }: { x: number | string; y: number; count: number }) {
  return (
    <text className="pw-axis" {...{ x, y }} textAnchor="middle" fontSize={AXIS_TEXT} fill={INK}>
      {`○ ${count}`}
    </text>
  );
}

/** Events that support a question above the line, those against it below, on one scale; what gives context apart. */
export function BalanceDrawing({ balance: { columns, period }, plot, colour, over, notes }: Props) {
  const marks = over.flatMap((one) => one.marks);
  const scale = balanceScale(columns);
  const height = plot.height - CONTEXT_ROW;
  const y = (count: number): number => Math.round(height * scale.at(count) * 100) / 100;
  const share = 1 / columns.length;
  const wide = columnShare(columns.length);
  return (
    <>
      <OverGround {...{ over, plot }} />
      {scale.ticks.map((tick) => (
        <GridLine
          key={tick}
          {...{ plot }}
          y={y(tick)}
          label={formatCount(Math.abs(tick))}
          ground={tick === 0}
        />
      ))}
      {columns.map(({ from, to, title, supports, against, context }, i) => {
        const lying = overIn(marks, from, to);
        const bar = { x: plot.along((i + 0.5) * share - wide / 2), width: plot.along(wide) };
        return (
          <g key={from}>
            <title>{`${title}: ${balanceWords({ total: { supports, against, context } })}${lying && `. ${lying}`}`}</title>
            <rect
              x={plot.along(i * share)}
              y={0}
              width={plot.along(share)}
              height={plot.height}
              fill="transparent"
            />
            {supports > 0 && <rect {...bar} y={y(supports)} height={y(0) - y(supports)} fill={colour} />}
            {against > 0 && (
              <rect
                {...bar}
                y={y(0)}
                height={y(-against) - y(0)}
                fill="#fff"
                stroke={INK}
                strokeWidth={1.5}
              />
            )}
            {context > 0 && <Context x={plot.along((i + 0.5) * share)} y={plot.height - 7} count={context} />}
          </g>
        );
      })}
      <PeriodAxis plot={plot} ticks={periodTicks(columns, period, TYPICAL)} columns={columns.length} />
      <NoteMarks {...{ notes, plot }} />
    </>
  );
}

/** What the signs of the drawing stand for, each drawn on 20 by 14. */
export const balanceKeys = (colour: string) => [
  { label: 'supports (above the line)', sign: <rect x={5} y={0} width={9} height={14} fill={colour} /> },
  {
    label: 'speaks against (below)',
    sign: <rect x={5} y={1} width={9} height={12} fill="#fff" stroke={INK} strokeWidth={1.5} />,
  },
  { label: 'gives context', sign: <circle cx={9} cy={7} r={5} fill="none" stroke={INK} strokeWidth={1.5} /> },
];
