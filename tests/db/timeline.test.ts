import { and, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createEvents } from '@/db/event-writes';
import { events } from '@/db/schema';
import { readStretch } from '@/db/timeline';
import { whereFilters } from '@/db/where';
import { dayFromNumber, dayNumber } from '@/lib/days';
import { noFilters, type Filters } from '@/lib/filters';
import { laneBys, type Span } from '@/lib/timeline';
import { steps } from '@/lib/timeline-calendar';
import { edgesOf, FEW_EVENTS, type BinStretch } from '@/lib/timeline-stretch';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;

/** So many events that no answer can bring them all: some as the product writes them, and copies of their rows. */
beforeAll(async () => {
  ({ db } = await testDatabase());
  await createEvents(db, sampleEvents(200, 7, anyStoredEvent), null);
  const columns = sql.raw(
    'title, summary, starts_on, ends_on, precision, type, pillars, region, confidence, marking, status, source_set',
  );
  await db.execute(sql`
    insert into events (slug, ${columns})
    select slug || '-copy-' || copy, ${columns} from events, generate_series(1, 12) copy`);
}, 60_000);

const anyView = fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 900 })).map(([at, days]): Span => ({
  from: dayNumber('2019-05-01') + at,
  to: dayNumber('2019-05-01') + at + days,
}));

async function count(filters: Filters, more = sql`true`): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from events where ${and(whereFilters(filters), more)}`,
  );
  return row!.n;
}

const endsBefore = (day: number) => sql`${events.endsOn} < ${dayFromNumber(day)}::date`;
const startsFrom = (day: number) => sql`${events.startsOn} >= ${dayFromNumber(day)}::date`;

/** Events in each bin, by the day at which a mark of theirs would stand, counted by PostgreSQL. */
async function marksBySql(filters: Filters, stretch: BinStretch): Promise<number[]> {
  const step = steps[stretch.step]!;
  const edges = edgesOf(step, stretch, stretch.view);
  const rows = await db.execute<{ bin: number; n: number }>(sql`
    select width_bucket(day, ${`{${edges.join()}}`}::int[]) - 1 as bin, count(*)::int as n
    from (select starts_on - date '1970-01-01'
        + case when precision in ('day', 'reported') then 0 else (ends_on - starts_on) / 2 end as day
      from events where ${whereFilters(filters)} and ends_on - starts_on < ${step.days}) marks
    group by 1`);
  const bins = Array.from({ length: edges.length - 1 }, () => 0);
  for (const { bin, n } of rows) if (bin >= 0 && bin < bins.length) bins[bin] = n;
  return bins;
}

describe('readStretch', () => {
  it('says of any view and filters what SQL says: events where they are few, else counts', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(noFilters), anyFilters),
        anyView,
        fc.constantFrom(...laneBys),
        async (filters, view, laneBy) => {
          const { stretch } = await readStretch(db, filters, laneBy, { view, bins: 60 });
          seen.add(stretch.kind);
          expect(stretch.earlier).toBe(await count(filters, endsBefore(stretch.view.from)));
          expect(stretch.later).toBe(await count(filters, startsFrom(stretch.view.to)));
          const outside = sql`(${endsBefore(stretch.from)} or ${startsFrom(stretch.to)})`;
          const inside = await count(filters, sql`not ${outside}`);
          if (stretch.kind === 'events') {
            expect(stretch.columns.slug).toHaveLength(inside);
            expect(inside).toBeLessThanOrEqual(FEW_EVENTS);
          } else {
            const bins = await marksBySql(filters, stretch);
            expect(bins.map((_, bin) => stretch.all.count[bin] ?? 0)).toEqual(bins);
            expect(inside).toBeGreaterThan(FEW_EVENTS);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect([...seen].sort()).toEqual(['bins', 'events']);
  });
});
