import { openDatabase } from '@/db/client';
import { currentIndex } from '@/db/index-feed';
import type { Bench } from '../run/bench';
import { duration, figure, printTable, times } from '../run/table';
import { repeat, type Times } from '../run/timing';

const RUNS = { least: 3, most: 3, enough: 120_000 };

/** The columns of the index as they stand in `events`, in the form that costs Postgres least to write. */
const COLUMNS =
  'select id, starts_on, ends_on, region, type, pillars, confidence, precision, source_set from events';

/** The index from Postgres, beside what it costs the server merely to count the rows and to write them out. */
export async function load({ data, databaseUrl }: Bench): Promise<void> {
  const url = await databaseUrl();
  const { db, close } = openDatabase(url, 2);
  const sql = db.$client;
  const count = await repeat(() => sql`select count(*) from events`, RUNS);
  const copy = await repeat(() => sql.unsafe(`copy (${COLUMNS}) to '/dev/null' (format binary)`), RUNS);
  await close();
  const own = await repeat(async () => {
    // A pool of its own has no index yet, as a new instance of the app has none.
    const instance = openDatabase(url, 2);
    await currentIndex(instance.db);
    await instance.close();
  }, RUNS);
  const row = (what: string, { median, worst }: Times): string[] => [
    what,
    duration(median),
    duration(worst),
    times(median, copy.median),
    figure(data.size / median / 1000),
  ];
  printTable(
    `Load: ${data.size.toLocaleString('en-GB')} events from Postgres to an index that answers; × COPY`,
    ['what', 'median', 'worst of three', '× COPY', 'million events a second'],
    [
      row('select count(*)', count),
      row('COPY of the same columns, on the server, to nowhere', copy),
      row('the index (currentIndex)', own),
    ],
  );
}
