import type { Share } from '@/lib/breakdowns';
import { formatCount } from '@/lib/numbers';
import { textWidth } from '@/lib/timeline-text';
import { pillarTerms } from '@/lib/vocabulary';
import { HatchDefs, hatchOf } from './hatch-defs';

const ROW = 28;
const BAR = 18;
const TEXT = 15;

/** A strand of Contest has its own colour everywhere; all else is counted in the first of the palette. */
const paletteOf = ({ code }: Share): number =>
  Math.max(
    0,
    pillarTerms.findIndex((term) => term.code === code),
  );

export const barDrawingHeight = (rows: number): number => Math.max(1, rows) * ROW;

function Row({ row, left, scale, ids }: { row: Share; left: number; scale: number; ids: string }) {
  const { label, count, reported, chosen } = row;
  const solid = (chosen ? count - reported : count) * scale;
  const own = paletteOf(row);
  const { colour } = pillarTerms[own]!;
  return (
    <>
      <text x={0} y={19} fontSize={TEXT} fill="#0b0c0c">
        {label}
      </text>
      {solid > 0 && (
        <rect x={left} y={5} width={solid} height={BAR} fill={chosen ? colour : '#fff'} stroke={colour} />
      )}
      {chosen && reported > 0 && (
        <rect
          x={left + solid}
          y={5}
          width={reported * scale}
          height={BAR}
          fill={hatchOf(own, ids)}
          stroke={colour}
        />
      )}
      <text x={left + count * scale + 8} y={19} fontSize={TEXT} fill="#0b0c0c">
        {formatCount(count)}
      </text>
    </>
  );
}

/** Horizontal bars as plain SVG, for the picture file. */
export function BarDrawing({ rows, width, ids }: { rows: readonly Share[]; width: number; ids: string }) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  const left = Math.max(0, ...rows.map(({ label }) => textWidth(label, TEXT))) + 14;
  const scale = (width - left - textWidth(formatCount(most), TEXT) - 12) / most;
  return (
    <>
      <HatchDefs ids={ids} />
      {rows.map((row, i) => (
        <g key={row.label} transform={`translate(0 ${i * ROW})`}>
          <Row {...{ row, left, scale, ids }} />
        </g>
      ))}
    </>
  );
}
