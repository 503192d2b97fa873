import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { countForAdmin, listForAdmin, type AdminFilter } from '@/db/admin-events';
import type { Database } from '@/db/client';
import { constraintProblem } from '@/db/constraint-problem';
import { lastChange, slugByExternalId, unknownSlugs } from '@/db/event-form';
import { inputOf, readEvent } from '@/db/event-record';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { users } from '@/db/schema-auth';
import type { EventInput } from '@/lib/event';
import { statuses } from '@/lib/vocabulary';
import { anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;
const [base] = sampleEvents(1, 31);
const SIZE = 60;
const nothing: AdminFilter = { q: '', status: null, after: null };

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values({ id: 'ada', name: 'Ada', email: 'ada@example.test', role: 'editor' });
  // One revision, so one instant: the order within it must still be total.
  await createEvents(db, sampleEvents(SIZE, 32, anyStoredEvent), null);
});

async function allPages(filter: AdminFilter, limit: number): Promise<string[]> {
  const slugs: string[] = [];
  for (let after: string | null = null; ;) {
    const rows = await listForAdmin(db, { ...filter, after }, limit);
    slugs.push(...rows.slice(0, limit).map((row) => row.slug));
    if (rows.length <= limit) return slugs;
    after = rows[limit - 1]!.cursor;
  }
}

const put = (change: Partial<EventInput>, by: string | null = 'ada') =>
  createEvent(db, { ...base!, ...change }, by);

describe('listForAdmin', () => {
  it('pages through every event of every status once, last changed first', async () => {
    const whole = (await listForAdmin(db, nothing, 1_000)).map((row) => row.slug);
    expect(new Set(whole).size).toBeGreaterThanOrEqual(SIZE);
    expect(await allPages(nothing, 7)).toEqual(whole);
    const stored = await db.execute<{ slug: string }>(
      sql`select slug from events order by updated_at desc, id desc`,
    );
    expect(whole).toEqual(stored.map((row) => row.slug));
  });

  it('pages the same whatever the time zone of the server', async () => {
    const pages = await allPages(nothing, 7);
    await db.execute(
      sql.raw(
        `alter database ${(await db.execute<{ name: string }>(sql`select current_database() as name`))[0]!.name} set timezone = 'Asia/Kathmandu'`,
      ),
    );
    expect(await allPages(nothing, 7)).toEqual(pages);
  });

  it('keeps to one status, and counts as many', async () => {
    const counts = await countForAdmin(db, '');
    for (const status of statuses) {
      const rows = await listForAdmin(db, { ...nothing, status }, 1_000);
      expect(rows.every((row) => row.status === status)).toBe(true);
      const [n] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from events where status = ${status}`,
      );
      expect(rows).toHaveLength(n!.n);
      expect(counts[status]).toBe(n!.n);
    }
  });

  it('finds by words, by a piece of the title, and in spite of a slip', async () => {
    const slug = await put({
      slug: 'ferry-2020',
      title: 'Ferries of Valletta stopped',
      summary: 'A zymurgy court ruled.',
      status: 'draft',
    });
    for (const q of ['ferry', 'zymurgies', 'of vall', 'Valleta'])
      expect(
        (await listForAdmin(db, { ...nothing, q }, 10)).map((row) => row.slug),
        q,
      ).toEqual([slug]);
  });

  it('takes wildcards as characters, and any text as a search', async () => {
    expect(await listForAdmin(db, { ...nothing, q: '%' }, 10)).toEqual([]);
    expect(await listForAdmin(db, { ...nothing, q: '_____' }, 10)).toEqual([]);
    expect(await listForAdmin(db, { ...nothing, q: `\\' or 1=1 --"(` }, 10)).toEqual([]);
  });

  it('shows the first page for a cursor that it has not made', async () => {
    const first = await listForAdmin(db, nothing, 5);
    for (const after of ['x', '2026~1', '1.', '99999999999999999.1', `1'.1`])
      expect(await listForAdmin(db, { ...nothing, after }, 5)).toEqual(first);
  });

  it('says who changed an event last', async () => {
    const slug = await put({ slug: 'who-2020' });
    expect((await listForAdmin(db, nothing, 1))[0]).toMatchObject({ slug, updatedBy: 'Ada' });
    expect(await lastChange(db, slug)).toMatchObject({ by: 'Ada' });
    const record = (await readEvent(db, slug))!;
    await updateEvent(db, slug, record.version, inputOf(record), null);
    expect(await lastChange(db, slug)).toMatchObject({ by: null });
    expect(await lastChange(db, 'no-such-event')).toBeNull();
  });
});

describe('archive and restore', () => {
  it('give an event back the status that it had, so that a draft is never published by it', async () => {
    for (const status of ['draft', 'in_review', 'published'] as const) {
      const slug = await put({ status });
      await setArchived(db, slug, 1, true, 'ada');
      expect((await readEvent(db, slug))!.status).toBe('archived');
      await setArchived(db, slug, 2, false, 'ada');
      expect((await readEvent(db, slug))!.status).toBe(status);
    }
  });

  it('do nothing over a version that was saved since', async () => {
    const slug = await put({ status: 'published' });
    const record = (await readEvent(db, slug))!;
    await updateEvent(db, slug, 1, { ...inputOf(record), title: 'Changed' }, 'ada');
    expect(await setArchived(db, slug, 1, true, 'ada')).toMatchObject({ kind: 'stale' });
    expect(await readEvent(db, slug)).toMatchObject({ status: 'published', title: 'Changed', version: 2 });
  });
});

describe('what the form asks', () => {
  it('tells links to events that there are from others', async () => {
    const slug = await put({ slug: 'linked-2020' });
    expect(await unknownSlugs(db, [slug, 'no-such-event'])).toEqual(['no-such-event']);
    expect(await unknownSlugs(db, [])).toEqual([]);
  });

  it('makes one event of a form that is sent twice at once', async () => {
    const externalIds = [{ scheme: 'pillarwatch-form', value: 'one-form' }];
    const sent = await Promise.allSettled([put({ externalIds }), put({ externalIds }), put({ externalIds })]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of sent)
      if (result.status === 'rejected')
        expect(constraintProblem(result.reason)).toMatchObject({ field: 'externalIds.0.value' });
    expect(await slugByExternalId(db, 'pillarwatch-form', 'one-form')).toMatch(/^event/);
    expect(await slugByExternalId(db, 'pillarwatch-form', 'another')).toBeNull();
  });
});

describe('constraintProblem', () => {
  it.each<[string, Partial<EventInput>]>([
    ['startsOn', { startsOn: '2020-02-02', endsOn: '2020-02-01' }],
    ['startsOn', { startsOn: '2020-02-01', endsOn: '2020-02-02', precision: 'reported' }],
    ['pillars', { pillars: [] }],
    ['title', { title: 'x'.repeat(91) }],
    ['latitude', { latitude: 1, longitude: null }],
    ['latitude', { latitude: 91, longitude: 0 }],
    ['region', { region: 'ZZ' }],
    ['origin', { origin: 'ZZ' }],
    ['sources.0.article', { sources: [{ ...base!.sources[0]!, article: 'no-such-article' }] }],
  ])('names the field %s that the database refuses', async (field, change) => {
    const error = await put(change).catch((refused: unknown) => refused);
    expect(constraintProblem(error)).toMatchObject({ field });
    expect(constraintProblem(error)?.message).toMatch(/^[A-Z]/);
  });

  it('has no words for an error that nobody expects', () => {
    expect(constraintProblem(new Error('connection lost'))).toBeNull();
    expect(constraintProblem({ cause: { constraint_name: 'toString' } })).toBeNull();
    expect(constraintProblem(null)).toBeNull();
  });
});
