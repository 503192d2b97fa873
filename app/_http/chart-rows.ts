import type { Database } from '@/db/client';
import { listEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { breakdownOf } from '@/lib/breakdowns';
import { breakdownSheet, periodSheet } from '@/lib/chart-csv';
import { csvHead, csvLine, csvOf, type Sheet } from '@/lib/csv';
import { eventCells, eventColumns } from '@/lib/event-sheet';
import type { Cursor } from '@/lib/event-sort';
import type { Filters } from '@/lib/filters';
import { surroundingCells, surroundingColumns } from '@/lib/surrounding-columns';
import type { Chart } from './chart-names';
import { firstView, readPeriodChart } from './explore-data';
import { asColumns, readSurroundings } from './surroundings';
import type { Asked } from '@/lib/asked';

/** Rows that are read at once: enough that the reading costs little, few enough that they cost little memory. */
const PAGE = 1000;

/** Every event that passes, by date, page by page: a file of two million is never in memory as a whole. */
async function* eventChunks(db: Database, filters: Filters, asked: Asked): AsyncGenerator<string> {
  const { extent } = firstView(await readFacets(db, filters), filters);
  const surroundings = asColumns(await readSurroundings(db, asked, filters, extent));
  yield csvHead([...eventColumns, ...surroundingColumns]);
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(db, filters, {
      sort: { by: 'date', descending: false },
      after,
      before: null,
      limit: PAGE,
    });
    yield page.rows
      .map((event) =>
        csvLine([...eventCells(event), ...surroundingCells(surroundings, event.startsOn, event.endsOn)]),
      )
      .join('');
    after = page.hasAfter ? page.rows.at(-1)!.cursor : null;
  } while (after !== null);
}

/** The chart by period, with what lies over it and the notes on its days. */
async function periodRows(db: Database, filters: Filters, asked: Asked): Promise<Sheet> {
  const { data } = await readPeriodChart(db, filters);
  const days = { from: data.columns[0]?.from ?? null, to: data.columns.at(-1)?.to ?? null };
  return periodSheet(data, asColumns(await readSurroundings(db, asked, filters, days)));
}

/** The numbers of a chart as CSV, in chunks: those of the timeline are its events. */
export async function* chartRows(
  db: Database,
  chart: Chart,
  filters: Filters,
  asked: Asked,
): AsyncGenerator<string> {
  if (chart === 'timeline') yield* eventChunks(db, filters, asked);
  else if (chart === 'period') yield csvOf(await periodRows(db, filters, asked));
  else yield csvOf(breakdownSheet(chart, breakdownOf(await readFacets(db, filters), chart, filters)));
}
