import { breakdownWords } from '@/app/_charts/breakdown-figure';
import { breakdownPicture } from '@/app/_charts/breakdown-picture';
import { periodPicture } from '@/app/_charts/period-picture';
import type { ChartPicture } from '@/app/_charts/picture';
import { timelinePicture } from '@/app/_charts/timeline-picture';
import type { Database } from '@/db/client';
import { readBelow } from '@/db/below';
import { readOverlay } from '@/db/overlay';
import { readFacets } from '@/db/facets';
import { parseBelow } from '@/lib/below';
import { breakdownOf, type Breakdown } from '@/lib/breakdowns';
import { spanWords } from '@/lib/count-words';
import { today } from '@/lib/days';
import type { Facets } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { parseOverlay } from '@/lib/overlay';
import { parseLanes } from '@/lib/timeline';
import { parseView } from '@/lib/timeline-view';
import type { Chart } from './chart-names';
import { annotationsOn, readExplore, readPeriodChart } from './explore-data';

interface Drawn {
  picture: ChartPicture;
  facets: Facets;
}

async function drawPeriod(db: Database, filters: Filters, query: URLSearchParams): Promise<Drawn> {
  const { overlay } = parseOverlay(query);
  const choice = parseBelow(query);
  const [{ facets, data }, { bands }, below] = await Promise.all([
    readPeriodChart(db, filters),
    readOverlay(db, overlay, filters),
    choice && readBelow(db, choice, filters.asOf),
  ]);
  const annotations = await annotationsOn(db, filters, data);
  return { facets, picture: periodPicture(data, filters, { overlay, spells: bands, annotations, below }) };
}

async function drawBreakdown(db: Database, filters: Filters, by: Breakdown): Promise<Drawn> {
  const facets = await readFacets(db, filters);
  const when = facets.span ? `, ${spanWords(facets.span)}` : '';
  return {
    facets,
    picture: breakdownPicture(
      by,
      breakdownOf(facets, by, filters),
      breakdownWords(by, facets, filters),
      when,
    ),
  };
}

async function drawTimeline(db: Database, filters: Filters, query: URLSearchParams): Promise<Drawn> {
  const laneBy = parseLanes(query.get('lanes'));
  const shown = { view: query.get('view') ?? undefined, over: query.get('over') ?? undefined };
  const { facets, events, bands, over, extent, view } = await readExplore(db, filters, shown, laneBy);
  const data = { events, bands, overlay: over.overlay, extent, today: today(), laneBy };
  return { facets, picture: timelinePicture(data, parseView(query.get('view')) ?? view, facets.total) };
}

/** Reads what a chart shows under the filters, and draws it; with the counts that its words need. */
export function drawChart(
  db: Database,
  chart: Chart,
  filters: Filters,
  query: URLSearchParams,
): Promise<Drawn> {
  if (chart === 'period') return drawPeriod(db, filters, query);
  return chart === 'timeline' ? drawTimeline(db, filters, query) : drawBreakdown(db, filters, chart);
}
