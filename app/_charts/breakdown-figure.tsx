import { LinkedBars } from '@/app/_timeline/linked-bars';
import { Link } from '@/app/_ui/link';
import {
  breakdownOf,
  filterOf,
  partNoun,
  scopeOf,
  TOP_BARS,
  topOf,
  type Breakdown,
  type Share,
} from '@/lib/breakdowns';
import { breakdownHeadline } from '@/lib/chart-sentences';
import { barKey } from '@/lib/count-tile';
import type { Facets } from '@/lib/facets';
import { filtersToQuery, hrefWith, withFilters, type Filters } from '@/lib/filters';
import { WORLD } from '@/lib/places';
import { pillars } from '@/lib/vocabulary';
import type { BarRow } from './bar-list';
import { BarTable } from './bar-table';
import { ChartFigure } from './chart-figure';
import { StillBars } from './still-bars';

interface Props {
  by: Breakdown;
  /** The page that bars lead to, filtered to what they count. */
  path: string;
  filters: Filters;
  facets: Facets;
  /** True where the bars follow the dates being marked in a timeline beside them. */
  linked?: boolean;
  /** Other parameters of the page, which its links keep: what lies over its charts, and what stands below. */
  keep?: Record<string, string | undefined>;
}

/** What the rows are, and the heading where none of them stands out. */
export function breakdownWords(
  by: Breakdown,
  facets: Pick<Facets, 'region'>,
  filters: Filters,
): { noun: string; heading: string } {
  if (by === 'pillars') return { noun: 'pillar', heading: 'Which strands of Contest' };
  if (by === 'types') return { noun: 'type', heading: 'What happened' };
  const scope = scopeOf(facets, filters);
  return {
    noun: partNoun(scope),
    heading: scope.code === WORLD ? 'Where' : `${scope.name} by ${partNoun(scope)}`,
  };
}

/** The finding, where the reader has not chosen rows: then the longest bar is no news. */
export function breakdownTitle(by: Breakdown, rows: readonly Share[], heading: string): string {
  if (rows.some((row) => !row.chosen)) return heading;
  const said = rows
    .filter((row) => row.code !== null)
    .map(({ label, count }) => ({ label: by === 'types' ? label.toLowerCase() : label, count }));
  return breakdownHeadline(said, heading);
}

/** A bar sets its filter; where it is the one that is set, it takes it away. */
function barOf(
  { code, ...share }: Share,
  { by, path, filters, keep }: Pick<Props, 'by' | 'path' | 'filters' | 'keep'>,
): BarRow {
  const key = filterOf[by];
  const chosen: readonly string[] = filters[key];
  const alone = chosen.length === 1 && chosen[0] === code;
  return {
    ...share,
    current: code !== null && chosen.includes(code),
    pillar: pillars.find((pillar) => pillar === code),
    href: code === null ? null : hrefWith(path, withFilters(filters, { [key]: alone ? [] : [code] }), keep),
  };
}

/** Events by pillar, type or place: bars that are links, with all that goes with a chart. */
export function BreakdownFigure({ by, path, filters, facets, keep, linked = false }: Props) {
  const shares = breakdownOf(facets, by, filters);
  const barsOf = (some: readonly Share[]) => some.map((share) => barOf(share, { by, path, filters, keep }));
  const { noun, heading } = breakdownWords(by, facets, filters);
  const top = topOf(shares, TOP_BARS);
  const outlined = shares.some((share) => !share.chosen) ? '; outlined: not in your filter' : '';
  return (
    <ChartFigure
      id={by}
      title={breakdownTitle(by, shares, heading)}
      subtitle={`Events by ${noun}; choose one to filter. Hatched: dated only by report${outlined}`}
      table={
        <BarTable
          rows={barsOf(shares).map(({ pillar: _shape, current: _filter, ...row }) => row)}
          heading={noun.replace(/^./, (letter) => letter.toUpperCase())}
        />
      }
      tableLabel={top.length < shares.length ? `Show all ${shares.length} as table` : undefined}
      file={by}
      query={filtersToQuery(filters)}
      sentence={by === 'regions' && <Link href={hrefWith('/map', filters)}>See them on a map</Link>}
      note={by === 'pillars' ? 'An event with two pillars counts under each.' : undefined}
    >
      {linked ? (
        <LinkedBars rows={barsOf(top)} keys={top.map(({ code }) => barKey(filterOf[by], code))} />
      ) : (
        <StillBars rows={barsOf(top)} />
      )}
    </ChartFigure>
  );
}
