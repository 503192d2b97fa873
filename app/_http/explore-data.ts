import { annotationsFor } from '@/db/annotations';
import type { Database } from '@/db/client';
import { timelineEvents } from '@/db/events';
import { readOverlay } from '@/db/overlay';
import { readFacets, readPeriods } from '@/db/facets';
import { readBigRecord } from '@/db/timeline';
import type { PeriodData } from '@/lib/chart-period';
import { chartRange } from '@/lib/chart-range';
import { dayFromNumber, today } from '@/lib/days';
import { shownIn, type Facets } from '@/lib/facets';
import type { Filters } from '@/lib/filters';
import type { LaneBy } from '@/lib/timeline';
import { NOMINAL_WIDTH, plotOf, type TimelineEvents } from '@/lib/timeline-layout';
import { binsAcross, FEW_EVENTS } from '@/lib/timeline-stretch';
import { boundsOf, defaultView, parseView, spanOf, viewOf } from '@/lib/timeline-view';
import { readChoice } from './surroundings';
import { parseAsked } from '@/lib/asked';

/** The ends of the data that pass the filters, and the dates that are shown first. */
export function firstView(facets: Facets, filters: Filters) {
  const span = facets.span ?? facets.extent;
  const extent = span
    ? { from: dayFromNumber(span.from), to: dayFromNumber(span.to) }
    : { from: today(), to: today() };
  return { extent, view: defaultView(facets.years, extent, filters) };
}

/** The URL of a page, as far as what it reads depends on it beside the filters: `view`, and the lists to `show`. */
type PageQuery = Record<string, string | string[] | undefined>;

/** Every event where they are few, else what the view shows of them. */
async function readTimeline(
  db: Database,
  filters: Filters,
  facets: Facets,
  view: string | undefined,
  laneBy: LaneBy,
): Promise<TimelineEvents> {
  if (facets.total <= FEW_EVENTS || facets.span === null) return timelineEvents(db, filters, FEW_EVENTS);
  const first = firstView(facets, filters);
  const { left, right } = plotOf(NOMINAL_WIDTH);
  return readBigRecord(db, filters, laneBy, {
    view: spanOf(parseView(view) ?? first.view),
    bins: binsAcross(right - left),
    span: { from: facets.span.from, to: facets.span.to + 1 },
    bounds: boundsOf(first.extent, first.view),
  });
}

/**
 * What every page with a timeline reads: counts, events, what lies over them and stands below, the notes, the ends of the data and
 * the first view.
 */
export async function readExplore(
  db: Database,
  filters: Filters,
  query: PageQuery = {},
  laneBy: LaneBy = 'pillar',
) {
  const asked = parseAsked(query);
  const { overlay, problems } = asked;
  const [facets, marks, below] = await Promise.all([
    readFacets(db, filters, shownIn(query)),
    readOverlay(db, overlay, filters),
    readChoice(db, asked, filters.asOf),
  ]);
  const first = firstView(facets, filters);
  const [events, annotations] = await Promise.all([
    readTimeline(db, filters, facets, [query.view].flat()[0], laneBy),
    annotationsFor(db, filters, viewOf(boundsOf(first.extent, first.view))),
  ]);
  return { facets, events, over: { overlay, marks, below, annotations, problems }, ...first };
}
/** What goes with a timeline: over it, on its days and below it. */
export type Around = Awaited<ReturnType<typeof readExplore>>['over'];

/** The notes of editors on the days of a chart by period. */
export async function annotationsOn(db: Database, filters: Filters, { columns }: PeriodData) {
  const [first, last] = [columns[0], columns.at(-1)];
  return first && last ? annotationsFor(db, filters, { from: first.from, to: last.to }) : [];
}

/** What the chart by period draws, under the filters alone: as on the overview. */
export async function readPeriodChart(db: Database, filters: Filters) {
  const facets = await readFacets(db, filters);
  const data = await readPeriods(db, filters, chartRange(firstView(facets, filters).view, facets.span));
  return { facets, data };
}
