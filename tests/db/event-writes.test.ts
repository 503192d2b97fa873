import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { constraintProblem } from '@/db/constraint-problem';
import { inputOf, readEvent } from '@/db/event-record';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { readRevision } from '@/db/index-feed';
import { eventChanges, events } from '@/db/schema';
import { eventSchema, type EventInput, type EventRecord } from '@/lib/event';
import { anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { secondPool, testDatabase } from '../setup/database';

let db: Database;
let url: string;
const [first, second] = sampleEvents(2, 9) as [EventInput, EventInput];

beforeAll(async () => {
  ({ db, url } = await testDatabase());
});

async function put(event = first): Promise<EventRecord> {
  return (await readEvent(db, await createEvent(db, event, null)))!;
}

const history = (id: number) =>
  db.select().from(eventChanges).where(eq(eventChanges.eventId, id)).orderBy(asc(eventChanges.version));

describe('an event', () => {
  it('comes out as it was put in', async () => {
    await fc.assert(
      fc.asyncProperty(anyStoredEvent, async (event) => {
        const { slug, ...record } = inputOf(await put(event));
        expect({ ...record, slug: 'event' }).toEqual(event);
        expect(eventSchema.safeParse({ ...record, slug }).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('comes out as it was last saved, whatever it was before', async () => {
    await fc.assert(
      fc.asyncProperty(anyStoredEvent, anyStoredEvent, async (before, after) => {
        const { slug, version } = await put(before);
        expect(await updateEvent(db, slug, version, after, null)).toEqual({ kind: 'saved', slug });
        expect(inputOf((await readEvent(db, slug))!)).toEqual({
          ...after,
          slug,
          sourceSet: before.sourceSet,
        });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its links to others, and drops those to itself and to nothing', async () => {
    const [a, b] = [await put(), await put()];
    await updateEvent(db, a.slug, 1, { ...first, links: [b.slug, a.slug, 'no-such-event'] }, null);
    expect((await readEvent(db, a.slug))!.links).toEqual([b.slug]);
  });

  it('gets a slug of its own where another has it, also when many come at once', async () => {
    const event = { ...first, slug: 'one-of-many' };
    const slugs = await Promise.all(Array.from({ length: 10 }, () => createEvent(db, event, null)));
    expect(slugs.toSorted()).toEqual(
      ['one-of-many', ...Array.from({ length: 9 }, (_, i) => `one-of-many-${i + 2}`)].toSorted(),
    );
    const long = { ...first, slug: 'a'.repeat(80) };
    await createEvent(db, long, null);
    expect(eventSchema.shape.slug.safeParse(await createEvent(db, long, null)).success).toBe(true);
    // A year at its end is part of the name, not a number that was given.
    const year = { ...first, slug: 'ports-closed-2020' };
    const twice = [await createEvent(db, year, null), await createEvent(db, year, null)];
    expect(twice).toEqual(['ports-closed-2020', 'ports-closed-2020-2']);
  });

  it('never changes its slug: links and citations must hold', async () => {
    const { slug } = await put();
    await updateEvent(db, slug, 1, { ...second, slug: 'another-slug' }, null);
    expect(await readEvent(db, 'another-slug')).toBeNull();
    expect((await readEvent(db, slug))!.title).toBe(second.title);
  });

  it('is null where there is none', async () => {
    expect(await readEvent(db, 'no-such-event')).toBeNull();
    expect(await updateEvent(db, 'no-such-event', 1, first, null)).toEqual({ kind: 'missing' });
  });
});

describe('saving over one version', () => {
  it('lets one of fifty win, tells the others, and loses no word of anybody', async () => {
    const record = await put();
    const pools = [db, secondPool(url)];
    const saves = Array.from({ length: 50 }, (_, i) =>
      updateEvent(pools[i % 2]!, record.slug, 1, { ...first, title: `Title ${i}` }, null),
    );
    const results = await Promise.all(saves);
    const now = (await readEvent(db, record.slug))!;
    expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'stale')).toHaveLength(49);
    expect(now.title).toBe(`Title ${results.findIndex(({ kind }) => kind === 'saved')}`);
    // Each of the others is shown what won, not what it had.
    for (const result of results) if (result.kind === 'stale') expect(result.current).toEqual(now);
    expect(await history(record.id)).toHaveLength(2);
    // Each of the others saves over what it was shown: every version is one person's, and each is there once.
    for (const [i, { kind }] of results.entries()) {
      if (kind === 'saved') continue;
      const { version } = (await readEvent(db, record.slug))!;
      await updateEvent(db, record.slug, version, { ...first, title: `Title ${i}` }, null);
    }
    const written = await history(record.id);
    expect(written.map(({ version }) => version)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    const titles = written.slice(1).map(({ snapshot }) => snapshot.title);
    expect(new Set(titles)).toEqual(new Set(Array.from({ length: 50 }, (_, i) => `Title ${i}`)));
  });

  it('writes nothing where it comes too late', async () => {
    const record = await put();
    await updateEvent(db, record.slug, 1, { ...first, title: 'First' }, null);
    const [before, revision] = [await readEvent(db, record.slug), await history(record.id)];
    expect((await updateEvent(db, record.slug, 1, { ...second, title: 'Second' }, null)).kind).toBe('stale');
    expect((await setArchived(db, record.slug, 1, true, null)).kind).toBe('stale');
    expect(await readEvent(db, record.slug)).toEqual(before);
    expect(await history(record.id)).toEqual(revision);
  });
});

describe('the history', () => {
  it('has every state of the event, so that it can be read as it was known', async () => {
    const { slug, id } = await put();
    await updateEvent(db, slug, 1, second, null);
    await setArchived(db, slug, 2, true, null);
    await setArchived(db, slug, 3, false, null);
    const changes = await history(id);
    // Slug and set are given once and stay.
    const own = { slug, sourceSet: first.sourceSet };
    expect(changes.map(({ kind, version }) => [kind, version])).toEqual([
      ['create', 1],
      ['update', 2],
      ['archive', 3],
      ['restore', 4],
    ]);
    expect(changes.map(({ snapshot }) => snapshot)).toEqual([
      { ...first, ...own },
      { ...second, ...own },
      { ...second, ...own, status: 'archived' },
      { ...second, ...own, status: 'published' },
    ]);
    expect(inputOf((await readEvent(db, slug))!)).toEqual(changes.at(-1)!.snapshot);
  });

  it('raises the revision by one for each write, and for many put in together', async () => {
    const before = await readRevision(db);
    const { slug } = await put();
    await setArchived(db, slug, 1, true, null);
    await createEvents(db, sampleEvents(3, 3), null);
    expect(await readRevision(db)).toBe(before + 3);
    const found = await db.$count(eventChanges, eq(eventChanges.revision, before + 3));
    expect(found).toBe(3);
  });

  it('has no gap and no revision twice after many writes at once', async () => {
    const before = await readRevision(db);
    await Promise.all(Array.from({ length: 12 }, () => put()));
    const rows = await db
      .select({ revision: eventChanges.revision })
      .from(eventChanges)
      .where(sql`${eventChanges.revision} > ${before}`);
    expect(rows.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => before + i + 1),
    );
  });
});

describe('the database', () => {
  const paired = { latitude: 1, longitude: null };
  it.each([
    ['events_span_ordered', 'startsOn', { startsOn: '2020-02-02', endsOn: '2020-02-01', precision: 'day' }],
    [
      'events_reported_is_one_day',
      'startsOn',
      { startsOn: '2020-02-01', endsOn: '2020-02-02', precision: 'reported' },
    ],
    ['events_has_pillar', 'pillars', { pillars: [] }],
    ['events_title_length', 'title', { title: '' }],
    ['events_title_length', 'title', { title: 'x'.repeat(91) }],
    ['events_coordinates_paired', 'latitude', paired],
    ['events_coordinates_on_earth', 'latitude', { latitude: 90.1, longitude: 0 }],
    ['events_region_places_code_fk', 'region', { region: 'XX' }],
    ['events_origin_places_code_fk', 'origin', { origin: 'XX' }],
    [
      'event_sources_article_articles_key_fk',
      'sources',
      { sources: [{ ...first.sources[0]!, article: 'nothing' }] },
    ],
    ['event_external_ids_unique', 'externalIds', { externalIds: [{ scheme: 'taken', value: '1' }] }],
  ])('refuses by the name %s, which means the field %s', async (constraint, field, change) => {
    if (constraint === 'event_external_ids_unique')
      await put({ ...second, externalIds: [{ scheme: 'taken', value: '1' }] });
    const { slug } = await put();
    const [revision, count] = [await readRevision(db), await db.$count(events)];
    const bad = { ...first, ...change } as EventInput;
    for (const write of [() => createEvent(db, bad, null), () => updateEvent(db, slug, 1, bad, null)]) {
      const error: unknown = await write().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ cause: { constraint_name: constraint } });
      expect(constraintProblem(error)?.field.split('.')[0]).toBe(field);
      expect(field in eventSchema.shape).toBe(true);
    }
    // A refused write leaves no trace, and a good one after it goes in.
    expect([await readRevision(db), await db.$count(events)]).toEqual([revision, count]);
    expect((await updateEvent(db, slug, 1, second, null)).kind).toBe('saved');
  });

  it('says nothing about other errors, which nobody expected', () => {
    for (const error of [null, new Error('x'), { cause: { constraint_name: 'places_path_unique' } }])
      expect(constraintProblem(error)).toBeNull();
  });
});
