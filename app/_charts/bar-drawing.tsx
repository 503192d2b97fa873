import { formatCount } from '@/lib/count-words';

const ROW = 26;
const LABEL = 230;

export const barDrawingHeight = (rows: number): number => Math.max(1, rows) * ROW;

/** Horizontal bars as plain SVG, for the downloaded picture. */
export function BarDrawing({
  rows,
  width,
}: {
  rows: readonly { label: string; count: number }[];
  width: number;
}) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <g>
      {rows.map(({ label, count }, i) => (
        <g key={label} transform={`translate(0 ${i * ROW})`}>
          <text x={0} y={17} fontSize="14" fill="#0b0c0c">
            {label}
          </text>
          <rect x={LABEL} y={4} height={18} width={(count / most) * (width - LABEL - 60)} fill="#12436D" />
          <text x={width} y={17} textAnchor="end" fontSize="14" fill="#0b0c0c">
            {formatCount(count)}
          </text>
        </g>
      ))}
    </g>
  );
}
