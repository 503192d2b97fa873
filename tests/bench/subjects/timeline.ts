import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '@/db/client';
import { events } from '@/db/schema';
import { currentIndex } from '@/db/index-feed';
import { readStretch } from '@/db/timeline';
import { whereFilters } from '@/db/where';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import type { LaneBy, View } from '@/lib/timeline';
import { spanOf } from '@/lib/timeline-view';
import { probes } from '../data/text';
import type { Bench } from '../run/bench';
import { duration, figure, printTable, times } from '../run/table';
import { repeat } from '../run/timing';

const BINS = 61;
/** The default, and the one with most to choose from. */
const lanes: readonly LaneBy[] = ['pillar', 'region'];
const views = [
  { name: 'fifty years', from: '1975-01-01', to: '2024-12-31' },
  { name: 'ten years', from: '2012-01-01', to: '2021-12-31' },
  { name: 'a year', from: '2020-01-01', to: '2020-12-31' },
  { name: 'a month', from: '2020-04-01', to: '2020-04-30' },
  { name: 'a day', from: '2020-04-15', to: '2020-04-15' },
];
const asked: { name: string; filters: Filters }[] = [
  { name: 'nothing chosen', filters: noFilters },
  { name: 'a type', filters: { ...noFilters, type: ['attack'] } },
  { name: 'from 2015 on', filters: { ...noFilters, from: '2015-01-01' } },
  { name: 'a common word', filters: { ...noFilters, q: probes.common } },
];

/** The same events by day and pillars, which is what SQL would have to count for the finest view. */
const byDay = (db: Database, filters: Filters, { from, to }: View) =>
  db.execute(sql`select ${events.startsOn}, ${events.pillars}, count(*) from ${events}
    where ${whereFilters(withFilters(filters, { from, to }))} group by 1, 2`);

/** What the server takes for a view of the timeline at every zoom, beside counts by day in SQL. */
export async function timeline({ data, databaseUrl }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 2);
  const rows: string[][] = [];
  try {
    await currentIndex(db);
    for (const { name, filters } of asked) {
      for (const view of views) {
        const grouped = await repeat(() => byDay(db, filters, view), { least: 1, most: 3 });
        for (const laneBy of lanes) {
          const request = { view: spanOf(view), bins: BINS };
          const { stretch } = await readStretch(db, filters, laneBy, request);
          const own = await repeat(() => readStretch(db, filters, laneBy, request));
          const size = JSON.stringify(stretch).length;
          rows.push([
            `${name}, ${view.name}, by ${laneBy}`,
            stretch.kind,
            duration(own.median),
            duration(own.p95),
            figure(size / 1000),
            times(grouped.median, own.median),
          ]);
        }
      }
    }
  } finally {
    await close();
  }
  printTable(
    `Timeline: the server’s answer for a view, ${BINS} bins, at ${data.size.toLocaleString('en-GB')} events; SQL: the same events grouped by day and pillars, as × the answer`,
    ['filter, view, lanes', 'sent as', 'median', 'p95', 'kB of JSON', 'SQL'],
    rows,
  );
}
