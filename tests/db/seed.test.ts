import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { inputOf, readEvent } from '@/db/event-record';
import { readFacets } from '@/db/facets';
import { articles, events, places } from '@/db/schema';
import { articles as articleList } from '@/db/seed/articles';
import { readSeedEvents, seedEmptyDatabase, syncReferenceTables } from '@/db/seed/seed';
import { noFilters } from '@/lib/filters';
import { places as placeList } from '@/lib/places';
import { secondPool, testDatabase } from '../setup/database';

let db: Database;
let url: string;

beforeAll(async () => {
  ({ db, url } = await testDatabase());
});

const seed = await readSeedEvents();

describe('an empty database', () => {
  it('is filled once, even where two instances start at the same time', async () => {
    const results = await Promise.all([seedEmptyDatabase(db), seedEmptyDatabase(secondPool(url))]);
    expect(results).toEqual(expect.arrayContaining([seed.length, null]));
    expect(await db.$count(events)).toBe(seed.length);
    expect(await seedEmptyDatabase(db)).toBeNull();
  });

  it('holds each event of the seed as it was coded, and shows all of them', async () => {
    for (const event of seed) expect(inputOf((await readEvent(db, event.slug))!)).toEqual(event);
    expect((await readFacets(db, noFilters)).total).toBe(
      seed.filter((event) => event.status === 'published').length,
    );
  });

  it('is not filled again once every event is archived', async () => {
    await db.update(events).set({ status: 'archived' });
    expect(await seedEmptyDatabase(db)).toBeNull();
    await db.update(events).set({ status: 'published' });
  });
});

describe('the places and works that events point to', () => {
  it('are those of the code', async () => {
    const stored = await db.select().from(places).orderBy(places.code);
    const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
    expect(stored.toSorted(byCode)).toEqual(
      placeList.map(({ aliases: _aliases, ...place }) => place).toSorted(byCode),
    );
    expect(await db.$count(articles)).toBe(articleList.length);
  });

  it('are brought up to date at each start', async () => {
    await db.update(places).set({ name: 'Burma', path: 'x.' }).where(eq(places.code, 'MM'));
    await db.update(articles).set({ title: 'Old title' }).where(eq(articles.key, 'cap-2020-06'));
    await syncReferenceTables(db);
    const [myanmar] = await db.select().from(places).where(eq(places.code, 'MM'));
    expect(myanmar).toMatchObject({ name: 'Myanmar', path: '001.142.035.MM.' });
    const [article] = await db.select().from(articles).where(eq(articles.key, 'cap-2020-06'));
    expect(article!.title).toBe(articleList.find(({ key }) => key === 'cap-2020-06')!.title);
  });
});
