import { PillarMark } from '@/app/_ui/pillar-mark';
import type { PeriodColumn } from '@/lib/chart-period';
import { countOf, formatCount } from '@/lib/numbers';
import type { Laid } from '@/lib/over-layer';
import { overIn } from '@/lib/over-words';
import { pillarTerms } from '@/lib/vocabulary';

interface Props {
  shown: readonly number[];
  /** What lies over the chart. */
  over: readonly Laid[];
  /** From recharts, which clones the card for the column pointed at. */
  active?: boolean;
  payload?: readonly { payload?: PeriodColumn }[];
}

/** What a column holds, in words; announced as the arrow keys move. */
export function PeriodCard({ shown, over, active, payload }: Props) {
  const column = payload?.[0]?.payload;
  if (!active || !column) return <div role="status" />;
  const lying = overIn(
    over.flatMap(({ marks }) => marks),
    column.from,
    column.to,
  );
  const by = (reported: number): string => (reported > 0 ? ` (${formatCount(reported)} by report only)` : '');
  return (
    <div className="pw-card" role="status">
      <p className="pw-card__title">{column.title}</p>
      <p>
        {countOf(column.total, 'event')}
        {by(column.reported)}
      </p>
      <ul>
        {shown.map((p) => {
          const { dated, reported } = column.pillars[p]!;
          return (
            dated + reported > 0 && (
              <li key={p}>
                <PillarMark pillar={pillarTerms[p]!.code} /> {pillarTerms[p]!.label}:{' '}
                {formatCount(dated + reported)}
                {by(reported)}
              </li>
            )
          );
        })}
      </ul>
      {lying && <p className="pw-quiet">{lying}</p>}
    </div>
  );
}
