import fc from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@/db/client';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { readEvent, inputOf } from '@/db/event-record';
import { readFacets } from '@/db/facets';
import { dataset, events, places } from '@/db/schema';
import { whereFilters } from '@/db/where';
import { placeNumber } from '@/lib/event-index';
import { noFilters, type Filters } from '@/lib/filters';
import { confidences, datingOf, eventTypes, pillars, precisions } from '@/lib/vocabulary';
import { anyEvent, anyFilters, somePlaces } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;
let url: string;

beforeAll(async () => {
  ({ db, url } = await testDatabase());
  await createEvents(db, fc.sample(anyEvent, { numRuns: 250, seed: 7 }), null);
});

async function countSql(filters: Filters, except: keyof Filters | null, extra = sql`true`): Promise<number> {
  const where = except ? whereFilters(filters, except) : whereFilters(filters);
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(events)
    .where(sql`${where} and ${extra}`);
  return row!.n;
}

/** Every count of the index beside the same count by SQL. */
async function compare(filters: Filters): Promise<void> {
  const facets = await readFacets(db, filters);
  expect(facets.total).toBe(await countSql(filters, null));
  for (const [i, pillar] of pillars.entries())
    expect(facets.pillar[i]).toBe(
      await countSql(filters, 'pillar', sql`${pillar}::pillar = any(${events.pillars})`),
    );
  for (const [i, type] of eventTypes.entries())
    expect(facets.type[i]).toBe(await countSql(filters, 'type', eq(events.type, type)));
  for (const [i, one] of confidences.entries())
    expect(facets.confidence[i]).toBe(await countSql(filters, 'confidence', eq(events.confidence, one)));
  for (const [i, dating] of (['exact', 'span', 'reported'] as const).entries()) {
    const mine = sql.join(
      precisions.filter((p) => datingOf(p) === dating).map((p) => sql`${p}`),
      sql`, `,
    );
    expect(facets.dated[i]).toBe(
      await countSql(filters, 'dated', sql`${events.precision}::text in (${mine})`),
    );
  }
  for (const code of somePlaces) {
    const below = sql`${events.region} in (select p.code from ${places} p, ${places} a where a.code = ${code} and starts_with(p.path, a.path))`;
    expect(facets.region[placeNumber(code)]).toBe(await countSql(filters, 'region', below));
  }
  for (const option of facets.actor) {
    const named = sql`exists (select from event_actors a where a.event_id = ${events.id} and a.name = ${option.value})`;
    expect(option.count).toBe(await countSql(filters, 'actor', named));
  }
}

describe('the index and SQL', () => {
  it('count the same for any filters', async () => {
    await fc.assert(fc.asyncProperty(anyFilters, compare), { numRuns: 40 });
  });

  it('count the same after any writes', async () => {
    const step = fc.record({
      kind: fc.constantFrom('create', 'update', 'archive'),
      event: anyEvent,
      at: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), anyFilters, async (steps, filters) => {
        for (const { kind, event, at } of steps) {
          const slugs = await db.select({ slug: events.slug }).from(events).orderBy(events.id);
          const record = (await readEvent(db, slugs[at % slugs.length]!.slug))!;
          if (kind === 'create') await createEvent(db, event, null);
          else if (kind === 'update') await updateEvent(db, record.slug, record.version, event, null);
          else await setArchived(db, record.slug, record.version, record.status !== 'archived', null);
        }
        await compare(filters);
      }),
      { numRuns: 10 },
    );
  });

  it('a write through another instance is in the very next answer', async () => {
    const before = (await readFacets(db, noFilters)).total;
    const other = openDatabase(url, 1);
    const slug = await createEvent(other.db, fc.sample(anyEvent, { numRuns: 1, seed: 3 })[0]!, null);
    expect((await readFacets(db, noFilters)).total).toBe(before + 1);
    await setArchived(other.db, slug, 1, true, null);
    expect((await readFacets(db, noFilters)).total).toBe(before);
    await other.close();
  });
});

describe('saving', () => {
  it('of twenty saves over one version, one wins and no other is lost in silence', async () => {
    const slug = await createEvent(db, fc.sample(anyEvent, { numRuns: 1, seed: 9 })[0]!, null);
    const record = (await readEvent(db, slug))!;
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        updateEvent(db, slug, record.version, { ...inputOf(record), title: `Title ${i}` }, null),
      ),
    );
    expect(results.filter((result) => result.kind === 'saved')).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'stale')).toHaveLength(19);
    expect((await readEvent(db, slug))!.version).toBe(record.version + 1);
  });

  it('what was put in comes out the same', async () => {
    for (const event of fc.sample(anyEvent, { numRuns: 20, seed: 5 })) {
      const slug = await createEvent(db, event, null);
      expect(inputOf((await readEvent(db, slug))!)).toEqual({ ...event, slug });
    }
  });

  it('a refused write leaves the revision as it was', async () => {
    const [before] = await db.select().from(dataset);
    const bad = {
      ...fc.sample(anyEvent, { numRuns: 1 })[0]!,
      startsOn: '2020-02-02',
      endsOn: '2020-02-01',
      precision: 'day' as const,
    };
    await expect(createEvent(db, bad, null)).rejects.toMatchObject({
      cause: { constraint_name: 'events_span_ordered' },
    });
    expect((await db.select().from(dataset))[0]).toEqual(before);
  });
});
