import type { CSSProperties } from 'react';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { formatCount } from '@/lib/numbers';
import { pillarTerm, type Pillar } from '@/lib/vocabulary';

/** A bar: what it counts and the page that shows just that. */
export interface BarRow {
  label: string;
  /** Null for what no single link can show. */
  href: string | null;
  count: number;
  /** Of these, dated only by report: hatched. */
  reported?: number;
  /** False where the reader's filter leaves it out: drawn as an outline. */
  chosen?: boolean;
  /** True where it is one of the values that the filter holds. */
  current?: boolean;
  /** Where the row is one of Contest's strands: its shape and its colour. */
  pillar?: Pillar;
}

const percent = (count: number, most: number): string => `${(count / most) * 100}%`;

function Bar({ row: { count, reported = 0, chosen = true }, most }: { row: BarRow; most: number }) {
  return (
    <span className="pw-bars__track" aria-hidden="true">
      {chosen ? (
        <>
          <span className="pw-bars__bar" style={{ width: percent(count - reported, most) }} />
          <span className="pw-bars__bar pw-bars__bar--reported" style={{ width: percent(reported, most) }} />
        </>
      ) : (
        <span className="pw-bars__bar pw-bars__bar--out" style={{ width: percent(count, most) }} />
      )}
    </span>
  );
}

/** What stands in the place of bars where there are none. */
export const NoBars = () => <p className="pw-chart-empty">No event to count.</p>;

/** The rows of a list of bars: links, each setting a filter; complete without scripts. */
export function Bars({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return rows.map((row) => {
    const parts = (
      <>
        <span className="pw-bars__label">
          {row.pillar && <PillarMark pillar={row.pillar} />} <span>{row.label}</span>
        </span>
        <Bar row={row} most={most} />
        <span className="pw-bars__count">
          {formatCount(row.count)}
          <span className="govuk-visually-hidden">{row.count === 1 ? ' event' : ' events'}</span>
        </span>
      </>
    );
    return (
      <li
        key={row.label}
        style={row.pillar && ({ '--pw-own': pillarTerm(row.pillar).colour } as CSSProperties)}
      >
        {row.href === null ? (
          <span className="pw-bars__row">{parts}</span>
        ) : (
          <Link href={row.href} className="pw-bars__row" aria-current={row.current ? 'true' : undefined}>
            {parts}
          </Link>
        )}
      </li>
    );
  });
}
