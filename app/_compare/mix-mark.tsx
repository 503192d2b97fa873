import type { Plot } from '@/app/_charts/plot';
import type { Comparison, MixRow } from '@/lib/compare/comparison';
import { A_INK, B_INK } from './inks';

/** The left of a row is for the two shares, nought to all; the right for their difference, -1 to 1. */
const SHARES = 0.5;
const MIDDLE = 0.78;
const REACH = 1 - MIDDLE;

/** The two shares of a row as bars, A above B, and their difference with its interval about nought. */
export function MixMark({ row, found, plot }: { row: MixRow; found: Comparison; plot: Plot }) {
  const { difference } = row;
  const half = plot.height / 2;
  const bars = [
    { ink: A_INK, share: found.a.total > 0 ? row.a / found.a.total : 0, y: half - 9 },
    { ink: B_INK, share: found.b.total > 0 ? row.b / found.b.total : 0, y: half + 1 },
  ];
  const at = (share: number) => plot.along(MIDDLE + share * REACH);
  return (
    <>
      <line x1={plot.along(0)} x2={plot.along(0)} y1={0} y2={plot.height} stroke="#6b6d6e" />
      {bars.map(({ ink, share, y }) => (
        <rect key={ink} x={0} y={y} width={plot.along(share * SHARES)} height={8} fill={ink} />
      ))}
      <line className="pw-grid" x1={at(0)} x2={at(0)} y1={0} y2={plot.height} stroke="#0b0c0c" />
      {difference && (
        <>
          <line
            x1={at(difference.low)}
            x2={at(difference.high)}
            y1={half}
            y2={half}
            stroke="#0b0c0c"
            strokeWidth="2"
          />
          <circle cx={at(difference.difference)} cy={half} r="4" fill="#0b0c0c" />
        </>
      )}
    </>
  );
}

/** What a row is of, in words: pillars are told apart from types. */
export const mixLabel = ({ by, label }: MixRow): string => (by === 'pillar' ? `Pillar: ${label}` : label);
