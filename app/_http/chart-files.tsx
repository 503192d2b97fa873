import type { ReactElement } from 'react';
import { BarDrawing, barDrawingHeight } from '@/app/_charts/bar-drawing';
import { PeriodDrawing } from '@/app/_charts/period-drawing';
import { Drawing } from '@/app/_timeline/drawing';
import type { Database } from '@/db/client';
import { readFacets, readPeriods } from '@/db/facets';
import { breakdownOf, type Breakdown } from '@/lib/breakdowns';
import { perPeriod } from '@/lib/chart-period';
import { periodHeadline } from '@/lib/chart-sentences';
import { countOf, spanWords } from '@/lib/count-words';
import type { Cell } from '@/lib/csv';
import { formatDateSpan } from '@/lib/date-words';
import { dayNumber, today } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { placeName } from '@/lib/places';
import { parseLanes } from '@/lib/timeline';
import { packEvents } from '@/lib/timeline-columns';
import { NOMINAL_WIDTH, TimelineLayout } from '@/lib/timeline-layout';
import { parseView, spanOf } from '@/lib/timeline-view';
import { labelOf, pillarTerms, typeTerms } from '@/lib/vocabulary';
import { readExplore } from './explore-data';

/** A chart as its files need it: rows for the CSV, and a drawing with its words for the picture. */
export interface ChartFiles {
  header: string[];
  rows: Cell[][];
  title: string;
  subtitle: string;
  width: number;
  height: number;
  legend: boolean;
  drawing: ReactElement;
}

const WIDTH = 900;

async function periodFiles(db: Database, filters: Filters): Promise<ChartFiles> {
  const { view } = await readExplore(db, filters);
  const data = await readPeriods(db, filters, view);
  const pillarColumns = pillarTerms.flatMap(({ code }) => [code, `${code}_by_report`]);
  return {
    header: ['from', 'to', 'period', ...pillarColumns, 'events', 'events_by_report'],
    rows: data.columns.map((column) => [
      column.from,
      column.to,
      column.title,
      ...column.pillars.flatMap(({ dated, reported }) => [dated + reported, reported]),
      column.total,
      column.reported,
    ]),
    title: periodHeadline(data),
    subtitle: `Events ${perPeriod(data.period)} by pillar; an event with two pillars counts under each`,
    width: WIDTH,
    height: 320,
    legend: true,
    drawing: <PeriodDrawing data={data} width={WIDTH} height={320} id="picture" />,
  };
}

async function breakdownFiles(db: Database, filters: Filters, by: Breakdown): Promise<ChartFiles> {
  const facets = await readFacets(db, filters);
  const shares = breakdownOf(facets, by);
  const what = { pillars: 'pillar', types: 'type', regions: 'country' }[by];
  const shown = shares.slice(0, 20);
  return {
    header: ['code', what, 'events'],
    rows: shares.map(({ code, label, count }) => [code, label, count]),
    title: `Events by ${what}`,
    subtitle: `${countOf(facets.total, 'event')}${facets.span ? `, ${spanWords(facets.span)}` : ''}${shares.length > 20 ? '; the twenty most frequent' : ''}`,
    width: WIDTH,
    height: barDrawingHeight(shown.length),
    legend: false,
    drawing: <BarDrawing rows={shown} width={WIDTH} />,
  };
}

async function timelineFiles(db: Database, filters: Filters, query: URLSearchParams): Promise<ChartFiles> {
  const { facets, events, bands, extent, view } = await readExplore(db, filters);
  const laneBy = parseLanes(query.get('lanes'));
  const columns = packEvents(events, placeName);
  const layout = new TimelineLayout({ columns, bands, laneBy, today: today(), extent, compact: false });
  const shown = parseView(query.get('view')) ?? view;
  const scene = layout.draw(spanOf(shown), NOMINAL_WIDTH);
  return {
    header: [
      'slug',
      'title',
      'starts_on',
      'ends_on',
      'precision',
      'date',
      'type',
      'pillars',
      'place_code',
      'place',
      'locality',
      'confidence',
    ],
    rows: events.map((event) => [
      event.slug,
      event.title,
      event.startsOn,
      event.endsOn,
      event.precision,
      formatDateSpan(event),
      labelOf(typeTerms, event.type),
      event.pillars.join(';'),
      event.region,
      placeName(event.region),
      event.locality,
      event.confidence,
    ]),
    title: `${countOf(facets.total, 'event')}, ${spanWords({ from: dayNumber(shown.from), to: dayNumber(shown.to) })}`,
    subtitle: 'Each mark is an event at its date; bars run over the span within which something happened',
    width: NOMINAL_WIDTH,
    height: scene.height,
    legend: true,
    drawing: (
      <svg width={scene.width} height={scene.height} viewBox={`0 0 ${scene.width} ${scene.height}`}>
        <Drawing scene={scene} ids="picture" />
      </svg>
    ),
  };
}

/** Reads what the files of one chart need; null where there is no chart of that name. */
export function readChartFiles(
  db: Database,
  chart: string,
  filters: Filters,
  query: URLSearchParams,
): Promise<ChartFiles> | null {
  switch (chart) {
    case 'period':
      return periodFiles(db, filters);
    case 'pillars':
    case 'types':
    case 'regions':
      return breakdownFiles(db, filters, chart);
    case 'timeline':
      return timelineFiles(db, filters, query);
    default:
      return null;
  }
}
