import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { readEvent, inputOf } from '@/db/event-record';
import { createEvent, setArchived, updateEvent } from '@/db/event-writes';
import { readFacets } from '@/db/facets';
import { readRevision } from '@/db/index-feed';
import { articles, events, places, sourceSets } from '@/db/schema';
import { users } from '@/db/schema-auth';
import { articles as articleList } from '@/db/seed/articles';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { seedDatabase, seedWords } from '@/db/seed/seed';
import { readSeedEvents } from '@/db/seed/seed-files';
import { sourceSets as setList } from '@/db/seed/source-sets';
import type { EventInput } from '@/lib/event';
import { noFilters } from '@/lib/filters';
import { places as placeList } from '@/lib/places';
import { secondPool, testDatabase } from '../setup/database';

let db: Database;
let url: string;
const seed = readSeedEvents();
const person = 'editor';

beforeEach(async () => {
  ({ db, url } = await testDatabase());
  await db.insert(users).values({ id: person, name: 'Ed Editor', email: 'ed@example.test' });
});

const nothing = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, kept: [] };

/** The event as it is stored now, by its slug. */
async function stored({ slug }: EventInput) {
  return (await readEvent(db, slug))!;
}

describe('an empty database', () => {
  it('is filled once, even where two instances start at the same time', async () => {
    const reports = await Promise.all([seedDatabase(db), seedDatabase(secondPool(url))]);
    expect(reports.toSorted((a, b) => b.added - a.added)).toEqual([
      { ...nothing, added: seed.length },
      { ...nothing, unchanged: seed.length },
    ]);
    expect(await db.$count(events)).toBe(seed.length);
    const revision = await readRevision(db);
    expect(await seedDatabase(db)).toEqual({ ...nothing, unchanged: seed.length });
    expect(await readRevision(db)).toBe(revision);
  });

  it('holds each event of the seed as it was coded, and shows all of them', async () => {
    await seedDatabase(db);
    const bySlug = (list: readonly string[]): string[] => [...list].sort();
    for (const event of seed)
      expect(inputOf(await stored(event))).toEqual({ ...event, links: bySlug(event.links) });
    expect((await readFacets(db, noFilters)).total).toBe(seed.length);
  });
});

describe('a newer corpus', () => {
  const [first, second, third, fourth, ...rest] = seed.slice(0, 10) as [
    EventInput,
    EventInput,
    EventInput,
    EventInput,
    ...EventInput[],
  ];
  const earlier = [first, second, third, fourth, ...rest].map((event) => ({ ...event, links: [] }));
  const corrected = (event: EventInput): EventInput => ({
    ...event,
    links: [],
    title: `${event.title.slice(0, 70)}, corrected`,
  });

  beforeEach(async () => {
    await seedDatabase(db, earlier);
  });

  it('adds what is new, corrects what nobody touched, and archives what it no longer holds', async () => {
    const added = { ...seed[20]!, links: [first.slug] };
    const newer = [corrected(first), ...earlier.slice(2), added];
    const report = await seedDatabase(db, newer);
    expect(report).toEqual({ added: 1, updated: 1, unchanged: 8, withdrawn: 1, kept: [] });
    expect((await stored(first)).title).toBe(corrected(first).title);
    expect((await stored(second)).status).toBe('archived');
    expect((await stored(added)).links).toEqual([first.slug]);
    expect(await seedDatabase(db, newer)).toEqual({ ...nothing, unchanged: 10 });
    expect(seedWords(report)).toBe('Brought the corpus up to date: 1 new, 1 corrected, 1 withdrawn.');
  });

  it('brings back what it had withdrawn', async () => {
    await seedDatabase(db, earlier.slice(1));
    expect(await seedDatabase(db, earlier)).toEqual({ ...nothing, updated: 1, unchanged: 9 });
    expect((await stored(first)).status).toBe('published');
  });

  it('never writes over what people have edited or archived, and says so', async () => {
    await updateEvent(db, first.slug, 1, { ...earlier[0]!, title: 'As we know it' }, person);
    await setArchived(db, second.slug, 1, true, person);
    await updateEvent(db, third.slug, 1, { ...earlier[2]!, title: 'Ours' }, person);
    await setArchived(db, fourth.slug, 1, true, person);
    // The first two change in the corpus, the third leaves it, the fourth stays as it was.
    const newer = [corrected(first), corrected(second), ...earlier.slice(3)];
    const report = await seedDatabase(db, newer);
    expect(report).toEqual({ ...nothing, unchanged: 7, kept: [first.slug, second.slug, third.slug] });
    expect(seedWords(report)).toBe(
      `Brought the corpus up to date: 3 events left as edited here (${report.kept.join(', ')}).`,
    );
    expect(await stored(first)).toMatchObject({ title: 'As we know it', version: 2 });
    expect(await stored(second)).toMatchObject({ status: 'archived', version: 2 });
    expect(await stored(third)).toMatchObject({ title: 'Ours', status: 'published' });
    expect(await stored(fourth)).toMatchObject({ status: 'archived' });
  });

  it('counts as edited what was edited back to the coded text', async () => {
    await updateEvent(db, first.slug, 1, { ...earlier[0]!, title: 'Other' }, person);
    await updateEvent(db, first.slug, 2, earlier[0]!, person);
    expect((await seedDatabase(db, [corrected(first), ...earlier.slice(1)])).kept).toEqual([first.slug]);
  });

  it('leaves alone what people have added, also under a name that the corpus takes later', async () => {
    const added = seed[20]!;
    await createEvent(db, { ...added, externalIds: [], sourceSet: 'desk', title: 'Ours' }, person);
    expect((await seedDatabase(db, [...earlier, { ...added, links: [] }])).added).toBe(1);
    expect(await stored(added)).toMatchObject({ title: 'Ours', sourceSet: 'desk' });
    expect(await db.$count(events)).toBe(12);
  });

  it('knows the writer of a change for good: who has written cannot be deleted', async () => {
    await updateEvent(db, first.slug, 1, earlier[0]!, person);
    await expect(db.delete(users).where(eq(users.id, person))).rejects.toThrow('Failed query: delete');
  });
});

describe('the places, works and sets that events point to', () => {
  it('are those of the code', async () => {
    const rows = await db.select().from(places).orderBy(places.code);
    const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
    expect(rows.toSorted(byCode)).toEqual(
      placeList.map(({ aliases: _aliases, ...place }) => place).toSorted(byCode),
    );
    expect(await db.$count(articles)).toBe(articleList.length);
    expect(await db.select().from(sourceSets).orderBy(sourceSets.number)).toEqual(setList);
  });

  it('are brought up to date at each start', async () => {
    await db.update(places).set({ name: 'Burma', path: 'x.' }).where(eq(places.code, 'MM'));
    await db.update(articles).set({ title: 'Old title' }).where(eq(articles.key, 'cap-2020-06'));
    await db.update(sourceSets).set({ title: 'Old title' }).where(eq(sourceSets.key, 'oxcgrt'));
    await syncReferenceTables(db);
    const [myanmar] = await db.select().from(places).where(eq(places.code, 'MM'));
    expect(myanmar).toMatchObject({ name: 'Myanmar', path: '001.142.035.MM.' });
    const [article] = await db.select().from(articles).where(eq(articles.key, 'cap-2020-06'));
    expect(article!.title).toBe(articleList.find(({ key }) => key === 'cap-2020-06')!.title);
    expect(await db.select().from(sourceSets).orderBy(sourceSets.number)).toEqual(setList);
  });
});
