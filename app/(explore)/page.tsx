import Link from 'next/link';
import { BarList, BarTable, type BarRow } from '@/app/_charts/bar-list';
import { ChartFigure } from '@/app/_charts/chart-figure';
import { PeriodChart } from '@/app/_charts/period-chart';
import { PeriodTable } from '@/app/_charts/period-table';
import { PillarTiles } from '@/app/_charts/pillar-tiles';
import { EventBriefs } from '@/app/_events/event-briefs';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { Timeline } from '@/app/_timeline/timeline';
import { readExplore } from '@/app/_http/explore-data';
import { CopyLink } from '@/app/_ui/copy-link';
import { database } from '@/db/client';
import { newestEvents } from '@/db/events';
import { readPeriods } from '@/db/facets';
import { breakdownOf, type Breakdown } from '@/lib/breakdowns';
import { perPeriod } from '@/lib/chart-period';
import { overviewSentence, periodHeadline } from '@/lib/chart-sentences';
import { countOf, spanWords } from '@/lib/count-words';
import { dayNumber, today } from '@/lib/days';
import type { Facets } from '@/lib/facets';
import { filtersToQuery, hrefWith, parseFilters, withFilters, type Filters } from '@/lib/filters';

const PATH = '/';
const filterOf = { pillars: 'pillar', types: 'type', regions: 'region' } as const;

function rowsOf(facets: Facets, filters: Filters, by: Breakdown): BarRow[] {
  return breakdownOf(facets, by).map(({ code, label, count }) => ({
    label,
    count,
    href: hrefWith(PATH, withFilters(filters, { [filterOf[by]]: [code] })),
  }));
}

function BreakdownFigure({
  by,
  title,
  rows,
  query,
}: {
  by: Breakdown;
  title: string;
  rows: BarRow[];
  query: string;
}) {
  const what = { pillars: 'pillar', types: 'type', regions: 'country' }[by];
  const note = by === 'pillars' ? 'An event with two pillars counts under each.' : undefined;
  return (
    <ChartFigure
      id={by}
      title={title}
      subtitle={`Events by ${what}; choose one to filter${rows.length > 10 ? `; the ten most frequent of ${rows.length}` : ''}`}
      table={<BarTable rows={rows} heading={what.replace(/^./, (c) => c.toUpperCase())} />}
      file={by}
      query={query}
      note={note}
    >
      <BarList rows={rows.slice(0, 10)} />
    </ChartFigure>
  );
}

/** The overview: what happened, where and when, under the reader's filters. */
export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const db = database();
  const [{ facets, events, bands, extent, view }, newest] = await Promise.all([
    readExplore(db, filters),
    newestEvents(db, filters, 8),
  ]);
  const periods = await readPeriods(db, filters, view);
  const query = filtersToQuery(filters);
  const hrefs = periods.columns.map(({ from, to }) => hrefWith(PATH, withFilters(filters, { from, to })));
  const viewWords = spanWords({ from: dayNumber(view.from), to: dayNumber(view.to) });
  const outside = facets.total - periods.total;
  return (
    <ExploreFrame
      path={PATH}
      {...{ filters, problems, facets }}
      sentence={overviewSentence(facets, facets.passing)}
      actions={<CopyLink />}
    >
      <PillarTiles path={PATH} filters={filters} counts={facets.pillar} data={periods} />
      <Timeline
        {...{ events, bands, filters, view, extent }}
        laneBy="pillar"
        today={today()}
        total={facets.total}
        compact
      />
      <div className="pw-columns">
        <ChartFigure
          id="period"
          title={periodHeadline(periods)}
          subtitle={`Events ${perPeriod(periods.period)} by pillar, ${viewWords}; hatched: dated only by report${outside > 0 ? `. ${countOf(outside, 'event')} outside these dates` : ''}`}
          table={<PeriodTable data={periods} hrefs={hrefs} />}
          file="period"
          query={query}
          note="An event with two pillars counts under each, so columns add up to more than the events; the table has both."
        >
          <PeriodChart data={periods} hrefs={hrefs} />
        </ChartFigure>
        <BreakdownFigure
          by="types"
          title="What happened"
          rows={rowsOf(facets, filters, 'types')}
          query={query}
        />
        <BreakdownFigure by="regions" title="Where" rows={rowsOf(facets, filters, 'regions')} query={query} />
        <section className="pw-figure" aria-labelledby="newest-title">
          <h2 className="pw-figure__title" id="newest-title">
            Latest events
          </h2>
          <p className="pw-figure__subtitle">Newest first</p>
          <EventBriefs events={newest} />
          <p className="pw-figure__foot">
            <Link href={hrefWith('/events', filters)}>All {countOf(facets.total, 'event')}</Link>
          </p>
        </section>
        <BreakdownFigure
          by="pillars"
          title="Which strands of Contest"
          rows={rowsOf(facets, filters, 'pillars')}
          query={query}
        />
      </div>
    </ExploreFrame>
  );
}
