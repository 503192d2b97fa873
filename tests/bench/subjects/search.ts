import { openDatabase } from '@/db/client';
import { readFacets } from '@/db/facets';
import { currentIndex } from '@/db/index-feed';
import { findIds } from '@/db/matching-ids';
import { noFilters } from '@/lib/filters';
import { probes } from '../data/text';
import type { Bench } from '../run/bench';
import { duration, printTable, times } from '../run/table';
import { repeat } from '../run/timing';

const RUNS = { least: 3, most: 20, spend: 1000 };

/** The ids as they are found without any index: by reading every text. The words are the bench's own. */
function readingAll(q: string): string {
  const conditions = [...q.matchAll(/(-?)"?([a-z ]+)"?/g)].map(
    ([, minus, words]) => `${minus ? 'not ' : ''}(title || ' ' || summary) ilike '%${words!.trim()}%'`,
  );
  return `select id from events where status = 'published' and ${conditions.join(' and ')}`;
}

/** Words to ids, for words of every frequency, and the whole answer of a page with them. */
export async function search({ data, databaseUrl }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 4);
  const rows: string[][] = [];
  try {
    await currentIndex(db);
    for (const [name, q] of Object.entries(probes)) {
      const filters = { ...noFilters, q };
      const indexed = await repeat(() => findIds(db, filters), RUNS);
      const whole = await repeat(() => readFacets(db, filters), RUNS);
      const scan = await repeat(() => db.$client.unsafe(readingAll(q)), { least: 1, most: 1 });
      const { total } = await readFacets(db, filters);
      rows.push([
        name,
        q,
        total.toLocaleString('en-GB'),
        duration(indexed.median),
        duration(indexed.worst),
        times(scan.median, indexed.median),
        duration(whole.median),
      ]);
    }
  } finally {
    await close();
  }
  printTable(
    `Search: words to ids at ${data.size.toLocaleString('en-GB')} events; the baseline reads every text with ILIKE, once`,
    [
      'what',
      'words',
      'events found',
      'ids, median',
      'ids, worst',
      'baseline takes',
      'every facet, asked again',
    ],
    rows,
  );
}
