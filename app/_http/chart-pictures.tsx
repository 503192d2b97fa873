import { breakdownWords } from '@/app/_charts/breakdown-figure';
import { breakdownPicture } from '@/app/_charts/breakdown-picture';
import { periodPicture } from '@/app/_charts/period-picture';
import type { ChartPicture } from '@/app/_charts/picture';
import { timelinePicture } from '@/app/_charts/timeline-picture';
import type { Database } from '@/db/client';
import { readOverlay } from '@/db/overlay';
import { readFacets } from '@/db/facets';
import { breakdownOf, type Breakdown } from '@/lib/breakdowns';
import { spanWords } from '@/lib/count-words';
import { today } from '@/lib/days';
import type { Facets } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import { parseLanes } from '@/lib/timeline';
import { parseView } from '@/lib/timeline-view';
import { timelineParameters, type Chart } from './chart-names';
import { annotationsOn, readExplore, readPeriodChart } from './explore-data';
import { readMeasure } from './surroundings';
import { parseAsked } from '@/lib/asked';

interface Drawn {
  picture: ChartPicture;
  facets: Facets;
}

async function drawPeriod(db: Database, filters: Filters, query: URLSearchParams): Promise<Drawn> {
  const { overlay, below: choice } = parseAsked(query);
  const [{ facets, data }, { bands }, below] = await Promise.all([
    readPeriodChart(db, filters),
    readOverlay(db, overlay, filters),
    readMeasure(db, choice, filters.asOf),
  ]);
  const annotations = await annotationsOn(db, filters, data);
  const around = { overlay, spells: bands, annotations, below: below && below.measure };
  return { facets, picture: periodPicture(data, filters, around) };
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
  const { facets, events, over, extent, view } = await readExplore(
    db,
    filters,
    Object.fromEntries(timelineParameters.map((name) => [name, query.get(name) ?? undefined])),
    laneBy,
  );
  const data = { events, over, extent, today: today(), laneBy };
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
