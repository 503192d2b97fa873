import Link from 'next/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import type { PeriodData } from '@/lib/chart-period';
import { formatCount } from '@/lib/count-words';
import { hrefWith, withFilters, type Filters } from '@/lib/filters';
import { pillarTerms } from '@/lib/vocabulary';

const [WIDTH, HEIGHT] = [160, 28];

function Sparkline({ values, colour }: { values: readonly number[]; colour: string }) {
  const most = Math.max(1, ...values);
  const slot = WIDTH / Math.max(1, values.length);
  return (
    <svg
      className="pw-tile__spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {values.map((value, i) => {
        const height = (value / most) * HEIGHT;
        return (
          value > 0 && (
            <rect
              key={i}
              x={i * slot}
              width={slot * 0.75}
              y={HEIGHT - height}
              height={height}
              fill={colour}
            />
          )
        );
      })}
    </svg>
  );
}

/** The four pillars: each a link that sets its filter, with its count under the other filters. */
export function PillarTiles({
  path,
  filters,
  counts,
  data,
}: {
  path: string;
  filters: Filters;
  counts: ArrayLike<number>;
  data: PeriodData;
}) {
  return (
    <ul className="pw-tiles">
      {pillarTerms.map((term, p) => {
        const values = data.columns.map(({ pillars }) => pillars[p]!.dated + pillars[p]!.reported);
        const chosen = filters.pillar.length === 1 && filters.pillar[0] === term.code;
        return (
          <li key={term.code} className="pw-tile" style={{ borderTopColor: term.colour }}>
            <Link
              className="pw-tile__link"
              href={hrefWith(path, withFilters(filters, { pillar: chosen ? [] : [term.code] }))}
              aria-current={chosen ? 'true' : undefined}
            >
              <PillarMark pillar={term.code} /> {term.label}
            </Link>
            <span className="pw-tile__count">{formatCount(counts[p] ?? 0)}</span>
            <span className="pw-tile__short">{term.short}</span>
            <Sparkline values={values} colour={term.colour} />
          </li>
        );
      })}
    </ul>
  );
}
