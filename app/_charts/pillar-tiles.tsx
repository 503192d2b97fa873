import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { Still } from '@/app/_ui/still';
import type { PeriodData } from '@/lib/chart-period';
import { formatCount } from '@/lib/numbers';
import { hrefWith, withFilters, type Filters } from '@/lib/filters';
import { pillarTerms } from '@/lib/vocabulary';
import { HatchDefs } from './hatch-defs';
import { PeriodSegment } from './period-segment';
import { fluidPlot } from './plot';

interface Props {
  path: string;
  filters: Filters;
  /** Events of each pillar under the other filters. */
  counts: ArrayLike<number>;
  /** By period, under the other filters too: the counts and the bars must be of the same events. */
  data: PeriodData;
  /** Other parameters of the page, which its links keep: what lies over its charts, and what stands below. */
  keep?: Record<string, string | undefined>;
}

const plot = fluidPlot(30);

/** One pillar's events by period; the same scale in all four, so that they compare. */
function Sparkline({ data, pillar, most }: { data: PeriodData; pillar: number; most: number }) {
  const share = 1 / Math.max(1, data.columns.length);
  const ids = `tile-${pillar}`;
  return (
    <svg className="pw-tile__spark" width="100%" height={plot.height} aria-hidden="true" focusable="false">
      <HatchDefs ids={ids} only={pillar} />
      {data.columns.map(({ from, pillars }, i) => {
        const { dated, reported } = pillars[pillar]!;
        const bar = { x: plot.along(i * share), width: plot.along(share * 0.78), ids };
        const high = (count: number): number => (count / most) * plot.height;
        return (
          <g key={from}>
            {dated > 0 && (
              <PeriodSegment
                {...bar}
                segment={{ pillar, kind: 'dated' }}
                y={plot.height - high(dated)}
                height={high(dated)}
              />
            )}
            {reported > 0 && (
              <PeriodSegment
                {...bar}
                segment={{ pillar, kind: 'reported' }}
                y={plot.height - high(dated + reported)}
                height={high(reported)}
              />
            )}
          </g>
        );
      })}
      <line
        className="pw-grid"
        x1="0"
        x2="100%"
        y1={plot.height - 0.5}
        y2={plot.height - 0.5}
        stroke="#b1b4b6"
      />
    </svg>
  );
}

/** The four pillars: each a link that sets its filter, or takes it away; with its count under the other filters. */
export function PillarTiles({ path, filters, counts, data, keep }: Props) {
  const most = Math.max(
    1,
    ...data.columns.flatMap(({ pillars }) => pillars.map(({ dated, reported }) => dated + reported)),
  );
  return (
    <Still as="ul" className="pw-tiles">
      {pillarTerms.map((term, p) => {
        const chosen = filters.pillar.includes(term.code);
        const alone = chosen && filters.pillar.length === 1;
        return (
          <li key={term.code} className={`pw-tile pw-tile--${term.code}${chosen ? ' pw-tile--chosen' : ''}`}>
            <Link
              className="pw-tile__link"
              href={hrefWith(path, withFilters(filters, { pillar: alone ? [] : [term.code] }), keep)}
              aria-current={chosen ? 'true' : undefined}
            >
              <span className="pw-tile__name">
                <PillarMark pillar={term.code} /> <span>{term.label}</span>
              </span>{' '}
              <span className="pw-tile__count">{formatCount(counts[p] ?? 0)}</span>{' '}
              <span className="govuk-visually-hidden">{counts[p] === 1 ? 'event: ' : 'events: '}</span>
              <span className="pw-tile__short">{term.short}</span>
              <Sparkline data={data} pillar={p} most={most} />
            </Link>
          </li>
        );
      })}
    </Still>
  );
}
