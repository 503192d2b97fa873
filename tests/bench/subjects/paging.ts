import { openDatabase, type Database } from '@/db/client';
import { listEvents } from '@/db/events';
import { currentIndex } from '@/db/index-feed';
import { sql, type SQL } from 'drizzle-orm';
import { events, places } from '@/db/schema';
import { whereFilters } from '@/db/where';
import type { Cursor, Sort } from '@/lib/event-sort';
import { noFilters, type Filters } from '@/lib/filters';
import type { EventType } from '@/lib/vocabulary';
import type { Bench } from '../run/bench';
import { duration, printTable, times } from '../run/table';
import { repeat } from '../run/timing';

const PAGE = 50;
const RUNS = { least: 3, most: 20, spend: 500 };
const sorts: Sort[] = [
  { by: 'date', descending: true },
  { by: 'type', descending: false },
  { by: 'place', descending: false },
];
const asked: { name: string; filters: Filters }[] = [
  { name: 'nothing', filters: noFilters },
  { name: 'one pillar', filters: { ...noFilters, pillar: ['pursue'] } },
  {
    name: 'confirmed, from 2005',
    filters: { ...noFilters, confidence: ['confirmed'], from: '2005-01-01' },
  },
];
const keys: Record<Sort['by'], SQL> = {
  date: sql`''::text`,
  type: sql`${events.type}::text`,
  place: sql`${places.name}`,
};
/** More of the events than are of one type on one day in one place. */
const ONE_DAY = 0.01;

interface Skipped extends Record<string, unknown> {
  id: number;
  day: string;
  type: EventType;
  region: string;
}

/** The row at a depth, as OFFSET finds it: with nothing but the columns that it needs. */
async function byOffset(db: Database, filters: Filters, { by, descending }: Sort, rows: number) {
  const direction = descending ? sql`desc` : sql`asc`;
  const [row] = await db.execute<Skipped>(sql`
    select ${events.id} as id, ${events.startsOn} as day, ${events.type} as type, ${events.region} as region
    from ${events} join ${places} on ${places.code} = ${events.region} where ${whereFilters(filters)}
    order by ${keys[by]} ${direction}, ${events.startsOn} ${direction}, ${events.id} ${direction}
    offset ${rows} limit 1`);
  return row!;
}

/** The cursor of a row: asked of the page that it stands on, whatever the order. */
async function cursorOf(
  db: Database,
  sort: Sort,
  size: number,
  { id, day, type, region }: Skipped,
): Promise<Cursor> {
  const filters = { ...noFilters, from: day, to: day, type: [type], region: [region] };
  const limit = size * ONE_DAY;
  const { rows } = await listEvents(db, filters, { sort, after: null, before: null, limit });
  return rows.find((row) => row.id === id)!.cursor;
}

/** The table page by page: the first, the hundredth and one far deeper, beside OFFSET to the same depth. */
export async function paging({ data, databaseUrl }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 2);
  const rows: string[][] = [];
  // As deep as the narrowest filter's events reach.
  const pages = [100, data.size < 1e6 ? 1000 : 10_000];
  const page = (filters: Filters, sort: Sort, after: Cursor | null) =>
    repeat(() => listEvents(db, filters, { sort, after, before: null, limit: PAGE }), RUNS);
  try {
    await currentIndex(db);
    for (const { name, filters } of asked) {
      for (const sort of sorts) {
        const first = await page(filters, sort, null);
        const cells = [`${sort.by}, ${name}`, duration(first.median)];
        for (const number of pages) {
          const depth = (number - 1) * PAGE - 1;
          const cursor = await cursorOf(db, sort, data.size, await byOffset(db, filters, sort, depth));
          const deep = await page(filters, sort, cursor);
          const offset = await repeat(() => byOffset(db, filters, sort, depth), { least: 1, most: 3 });
          cells.push(
            duration(deep.median),
            times(deep.median, first.median),
            times(offset.median, deep.median),
          );
        }
        rows.push(cells);
      }
    }
  } finally {
    await close();
  }
  printTable(
    `Paging: pages of ${PAGE} at ${data.size.toLocaleString('en-GB')} events; × the first page of the same order, and what OFFSET takes as × the page`,
    [
      'order, filter',
      'page 1',
      ...pages.flatMap((number) => [`page ${number.toLocaleString('en-GB')}`, '× page 1', 'OFFSET']),
    ],
    rows,
  );
}
