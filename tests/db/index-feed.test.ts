import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { currentIndex, readRevision, type CurrentIndex } from '@/db/index-feed';
import { dataset, events } from '@/db/schema';
import { whereFilters } from '@/db/where';
import { countFacets } from '@/lib/count-facets';
import type { EventInput } from '@/lib/event';
import { columnsOf } from '@/lib/event-index';
import { noFilters, withFilters } from '@/lib/filters';
import { rowOf as heldRow } from '@/lib/index-columns';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { secondPool, testDatabase } from '../setup/database';
import { rowOf } from '../setup/index-rows';

/** Two instances of the app on one database, each with an index of its own. */
let one: Database;
let other: Database;
let url: string;
const written = sampleEvents(40, 1, anyStoredEvent);

beforeAll(async () => {
  ({ db: one, url } = await testDatabase());
  other = secondPool(url);
  await createEvents(one, written, null);
});

/** The index as an instance that has just started makes it. */
async function freshIndex(): Promise<CurrentIndex> {
  const { db, close } = openDatabase(url, 1);
  const current = await currentIndex(db);
  await close();
  return current;
}

const [event] = sampleEvents(1, 2);

/** What an index holds and counts, however it came to be. */
function shown({ revision, index }: CurrentIndex, filters = noFilters) {
  const { size, ...columns } = columnsOf(index);
  const rows = Array.from({ length: size }, (_, at) =>
    Object.values(columns)
      .map((column) => column[at]!)
      .join(' '),
  );
  return { revision, rows: rows.sort().join('\n'), counts: countFacets(index, filters) };
}

/** A bulk import: too many events to follow one by one. */
async function importMany(db: Database): Promise<void> {
  await db.execute(sql`
    with raised as (update dataset set revision = revision + 1 returning revision),
    put as (
      insert into events (slug, source_set, title, summary, starts_on, ends_on, precision, type, pillars, region, confidence)
      select 'import-' || gen_random_uuid(), 'desk', 'Import', 'x', date '2020-01-01' + n % 300, date '2020-01-01' + n % 300, 'day', 'attack', '{pursue}', 'GB', 'reported'
      from generate_series(1, 5001) n returning id)
    insert into event_changes (revision, event_id, version, kind, snapshot) select revision, id, 1, 'create', '{}' from raised, put`);
}

interface Step {
  kind: 'create' | 'update' | 'archive' | 'restore' | 'stale' | 'import';
  through: 'one' | 'other';
  event: EventInput;
  at: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('create', 'update', 'archive', 'restore', 'stale') },
    { weight: 1, arbitrary: fc.constant('import') },
  ),
  through: fc.constantFrom('one', 'other'),
  event: anyStoredEvent,
  at: fc.nat(),
});

async function take({ kind, through, event: input, at }: Step): Promise<void> {
  const db = through === 'one' ? one : other;
  if (kind === 'import') return importMany(db);
  if (kind === 'create') return void (await createEvent(db, input, null));
  const slugs = await db.select({ slug: events.slug }).from(events).orderBy(events.id);
  const record = (await readEvent(db, slugs[at % slugs.length]!.slug))!;
  if (kind === 'update') await updateEvent(db, record.slug, record.version, input, null);
  else if (kind === 'stale') await updateEvent(db, record.slug, record.version - 1, input, null);
  else await setArchived(db, record.slug, record.version, kind === 'archive', null);
}

describe('currentIndex', () => {
  it('holds each published event as it was written', async () => {
    const columns = columnsOf((await freshIndex()).index);
    const stored = await one.select({ id: events.id }).from(events).orderBy(events.id);
    const expected = stored.flatMap(({ id }, i) =>
      written[i]!.status === 'published' ? [rowOf(written[i]!, id)] : [],
    );
    const held = Array.from({ length: columns.size }, (_, at) => heldRow(columns, at));
    expect(held.sort((a, b) => a.id - b.id)).toEqual(expected);
  });

  it('shows each write to every instance at once, after any writes through any of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 8 }), anyFilters, async (steps, any) => {
        const filters = withFilters(any, { q: null, actor: [], origin: [], article: [] });
        for (const step of steps) {
          await take(step);
          const fresh = shown(await freshIndex(), filters);
          expect(shown(await currentIndex(one), filters)).toEqual(fresh);
          expect(shown(await currentIndex(other), filters)).toEqual(fresh);
          expect(fresh.counts.total).toBe(await one.$count(events, whereFilters(filters)));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('loses none of many writes at the same time', async () => {
    const inputs = sampleEvents(30, 4, anyStoredEvent);
    const reads: Promise<CurrentIndex>[] = [];
    await Promise.all(
      inputs.map(async (input, i) => {
        await createEvent(i % 2 ? one : other, input, null);
        reads.push(currentIndex(one), currentIndex(other));
      }),
    );
    const sizes = (await Promise.all(reads)).map(({ index }) => index.size);
    expect(Math.max(...sizes)).toBe((await freshIndex()).index.size);
    expect(shown(await currentIndex(one))).toEqual(shown(await freshIndex()));
    expect(shown(await currentIndex(other))).toEqual(shown(await freshIndex()));
  });

  it('gives each request one state of the record, whatever is written meanwhile', async () => {
    const held = await currentIndex(one);
    const copy = structuredClone(held);
    await createEvent(other, event!, null);
    expect((await currentIndex(one)).index.size).toBe(held.index.size + 1);
    expect(held).toEqual(copy);
  });

  it('makes no new index where nothing was written', async () => {
    expect((await currentIndex(one)).index).toBe((await currentIndex(one)).index);
  });

  it('does not show a write that was taken back', async () => {
    const before = await currentIndex(one);
    const work = one.transaction(async (tx) => {
      await createEvent(tx, event!, null);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await currentIndex(one)).toEqual(before);
    expect(shown(await freshIndex())).toEqual(shown(before));
  });

  it('loads anew after an import too large to follow', async () => {
    await importMany(one);
    expect(shown(await currentIndex(other))).toEqual(shown(await freshIndex()));
    expect((await currentIndex(other)).index.size).toBeGreaterThan(5000);
  });

  it('fails where the database does, and is whole again when it is back', async () => {
    const before = await currentIndex(one);
    await one.execute(sql`alter table ${dataset} rename to away`);
    await expect(currentIndex(one)).rejects.toThrow('Failed query');
    await expect(currentIndex(one)).rejects.toThrow('Failed query');
    await one.execute(sql`alter table away rename to ${dataset}`);
    await createEvent(one, event!, null);
    const after = await currentIndex(one);
    expect([after.revision, after.index.size]).toEqual([before.revision + 1, before.index.size + 1]);
    expect(after.revision).toBe(await readRevision(one));
  });
});
