import type { Database } from '@/db/client';
import { listEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { readOverlay } from '@/db/overlay';
import { breakdownOf } from '@/lib/breakdowns';
import { breakdownSheet, periodSheet } from '@/lib/chart-csv';
import { csvHead, csvLine, csvOf, type Sheet } from '@/lib/csv';
import { eventCells, eventColumns } from '@/lib/event-sheet';
import type { Cursor } from '@/lib/event-sort';
import type { Filters } from '@/lib/filters';
import type { Overlay } from '@/lib/overlay';
import type { Chart } from './chart-names';
import { readPeriodChart } from './explore-data';

/** Rows that are read at once: enough that the reading costs little, few enough that they cost little memory. */
const PAGE = 1000;

/** Every event that passes, by date, page by page: a file of two million is never in memory as a whole. */
async function* eventChunks(db: Database, filters: Filters): AsyncGenerator<string> {
  yield csvHead(eventColumns);
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(db, filters, {
      sort: { by: 'date', descending: false },
      after,
      before: null,
      limit: PAGE,
    });
    yield page.rows.map((event) => csvLine(eventCells(event))).join('');
    after = page.hasAfter ? page.rows.at(-1)!.cursor : null;
  } while (after !== null);
}

/** The chart by period; where the events of a second filter lie over it, with how many of them touch each period. */
async function periodRows(db: Database, filters: Filters, overlay: Overlay): Promise<Sheet> {
  const { data } = await readPeriodChart(db, filters);
  if (overlay.kind !== 'events') return periodSheet(data);
  const { bands } = await readOverlay(db, overlay, filters);
  return periodSheet(data, bands);
}

/** The numbers of a chart as CSV, in chunks: those of the timeline are its events. */
export async function* chartRows(
  db: Database,
  chart: Chart,
  filters: Filters,
  overlay: Overlay,
): AsyncGenerator<string> {
  if (chart === 'timeline') yield* eventChunks(db, filters);
  else if (chart === 'period') yield csvOf(await periodRows(db, filters, overlay));
  else yield csvOf(breakdownSheet(chart, breakdownOf(await readFacets(db, filters), chart, filters)));
}
