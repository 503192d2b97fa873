import { openDatabase, type Database } from '@/db/client';
import { inputOf, readEvent } from '@/db/event-record';
import { readStudy } from '@/db/event-study';
import { updateEvent } from '@/db/event-writes';
import { listEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { currentIndex, readRevision } from '@/db/index-feed';
import { indicatorCounts } from '@/db/indicator-counts';
import { recordAtRevision } from '@/db/known-record';
import { readSeedIndicators } from '@/db/seed/seed-indicators';
import { parseStudy } from '@/lib/event-study/study-question';
import { noFilters } from '@/lib/filters';
import { evaluate } from '@/lib/indicators/evaluate';
import type { Bench } from '../run/bench';
import { duration, printTable } from '../run/table';
import { once, repeat } from '../run/timing';

/** Edits between the past day that is asked about and now. */
const EDITS = 20;
const RUNS = { least: 3, most: 10, spend: 1_000, enough: 20_000 };
const page = { sort: { by: 'date', descending: true }, after: null, before: null, limit: 50 } as const;
const { question } = parseStudy(new URLSearchParams('a.type=lockdown&a.region=GB&b.type=attack&b.region=GB'));

/** What the pages of indicators evaluate: every one that is shipped and counts events, and the slowest alone. */
async function evaluateAll(db: Database): Promise<number[]> {
  const times: number[] = [];
  for (const indicator of readSeedIndicators().filter(({ measure }) => measure !== 'series')) {
    const { ms } = await once(async () => evaluate(await indicatorCounts(db, indicator), indicator));
    times.push(ms);
  }
  return times.toSorted((a, b) => a - b);
}

/** Changes some events, so that the record before differs from the one now. */
async function editSome(db: Database, size: number): Promise<void> {
  for (let n = 0; n < EDITS; n++) {
    const slug = `bench-${1 + ((n * 7907) % size)}`;
    const event = (await readEvent(db, slug))!;
    await updateEvent(db, slug, event.version, { ...inputOf(event), title: `${event.title}.` }, null);
  }
}

/** Questions of the record as it was known on a past day, and of all indicators, beside the same today. */
export async function past({ data, databaseUrl }: Bench): Promise<void> {
  const url = await databaseUrl();
  const { db, close } = openDatabase(url, 2);
  try {
    const revision = await readRevision(db);
    await editSome(db, data.size);
    const then = recordAtRevision(url, revision, db);
    const asked: Record<string, (of: Database) => Promise<unknown>> = {
      'the index, first question of that state': (of) => currentIndex(of),
      'overview: every count': (of) => readFacets(of, noFilters),
      'events: a page of the newest': (of) => listEvents(of, noFilters, page),
      'before and after': (of) => readStudy(of, question),
    };
    const rows: string[][] = [];
    for (const [name, ask] of Object.entries(asked)) {
      const cells = [];
      for (const of of [db, then]) {
        const first = await once(() => ask(of));
        const { median } = await repeat(() => ask(of), RUNS);
        cells.push(duration(first.ms), duration(median));
      }
      rows.push([name, ...cells]);
    }
    for (const what of ['first', 'again']) {
      const times = await evaluateAll(db);
      const sum = times.reduce((all, ms) => all + ms, 0);
      rows.push([
        `${times.length} indicators anew, ${what}: all; the slowest`,
        duration(sum),
        duration(times.at(-1)!),
        '-',
        '-',
      ]);
    }
    printTable(
      `A past day, ${EDITS} edits ago, at ${data.size.toLocaleString('en-GB')} events, and indicators`,
      ['question', 'now, first', 'now, again', 'then, first', 'then, again'],
      rows,
    );
  } finally {
    await close();
  }
}
