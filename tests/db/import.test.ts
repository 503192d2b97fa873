import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { inputOf, readEvent } from '@/db/event-record';
import { createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { readImport } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { currentIndex, readRevision } from '@/db/index-feed';
import { eventChanges, eventExternalIds, events } from '@/db/schema';
import { users } from '@/db/schema-auth';
import { eventSchema, type EventInput, type EventRecord } from '@/lib/event';
import { addsUp, verdicts } from '@/lib/import/import-counts';
import type { Outcome } from '@/lib/import/outcome';
import { anyEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';
import { check, fromRow, importAll, type TestImport } from '../setup/import';

let db: Database;
let to: TestImport;
const person = { id: 'someone' };

beforeAll(async () => {
  const made = await testDatabase();
  ({ db } = made);
  to = { ...made, by: person };
  await db.insert(users).values({ id: person.id, name: 'Some One', email: 'someone@example.test' });
});

beforeEach(async () => {
  await db.execute(sql`truncate imports, import_events, import_verdicts, import_rejects, import_staging,
    event_changes, events cascade`);
});

/** What foreign keys point to and is not there: an import may spare PostgreSQL the look (sure-keys.ts), so each test looks. */
async function danglingKeys(): Promise<string[]> {
  const keys = await db.execute<{
    name: string;
    from: string;
    to: string;
    column: string;
    other: string;
  }>(sql`
    select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to,
      quote_ident(a.attname) as column, quote_ident(b.attname) as other
    from pg_constraint join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
      join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
    where contype = 'f' and cardinality(conkey) = 1 and conrelid::regclass::text ~ '^(event|import)'`);
  const looks = keys.map(
    ({ name, from, to: target, column, other }) =>
      `select '${name}' as name where exists (select from ${from} x where x.${column} is not null
        and not exists (select from ${target} y where y.${other} = x.${column}))`,
  );
  if (looks.length < 15) throw new Error('There are more foreign keys than were found');
  return (await db.execute<{ name: string }>(sql.raw(looks.join(' union all ')))).map(({ name }) => name);
}

afterEach(async () => {
  const dangling = await danglingKeys();
  if (dangling.length > 0) throw new Error(`Nothing is there that these point to: ${dangling.join(', ')}`);
});

/** Events that differ from one another in their day, so that none is taken for another. */
const some = (count: number, seed = 1): EventInput[] =>
  sampleEvents(count, seed).map((event, i) => ({
    ...event,
    slug: `event-${i}`,
    title: `Number ${i * 7919}`,
  }));

async function byValue(value: string): Promise<EventRecord> {
  const [row] = await db
    .select({ slug: events.slug })
    .from(eventExternalIds)
    .innerJoin(events, eq(events.id, eventExternalIds.eventId))
    .where(eq(eventExternalIds.value, value));
  return (await readEvent(db, row!.slug))!;
}

const history = (id: number) =>
  db.select().from(eventChanges).where(eq(eventChanges.eventId, id)).orderBy(eventChanges.version);
const words = async (id: number): Promise<unknown> =>
  (await db.execute(sql`select words::text from event_search where event_id = ${id}`))[0];
/** All that the record holds, to see that nothing has moved. */
const everything = async (): Promise<unknown> =>
  (
    await db.execute(sql`select (select jsonb_agg(e order by id) from events e) as events,
      (select jsonb_agg(c order by event_id, version) from event_changes c) as changes,
      (select jsonb_agg(s order by event_id, position) from event_sources s) as sources,
      (select jsonb_agg(x order by event_id, scheme) from event_external_ids x) as ids,
      (select revision from dataset) as revision`)
  )[0];

describe('an import', () => {
  it('writes what the form would have written, events, parts, words and history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 4 }), async (list) => {
        await db.execute(sql`truncate imports, import_events, event_changes, events cascade`);
        const distinct = list.map((event, i) => ({
          ...event,
          slug: `e-${i}`,
          sourceSet: 'desk',
          title: `${i} ${i * 31}`,
        }));
        const done = await importAll(
          to,
          distinct.map((event, i) => fromRow(i + 2, event)),
        );
        expect(done.problem).toBeNull();
        expect(done.counts!.events.new).toBe(list.length);
        for (const [i, event] of distinct.entries()) {
          const made = await byValue(`x${i + 2}`);
          const externalIds = [{ scheme: 'test', value: `x${i + 2}` }];
          expect(inputOf(made)).toEqual({ ...event, externalIds, slug: made.slug });
          expect(eventSchema.safeParse(inputOf(made)).success).toBe(true);
          const [twin] = await createEvents(db, [{ ...event, slug: 'twin' }], person);
          expect(await words(made.id)).toEqual(await words((await readEvent(db, twin!))!.id));
          const log = await history(made.id);
          expect(log).toHaveLength(1);
          expect(log[0]).toMatchObject({
            version: 1,
            kind: 'create',
            changedBy: person.id,
            snapshot: inputOf(made),
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gives every event a slug of its own, whatever the others want', async () => {
    const [event] = some(1) as [EventInput];
    await createEvents(
      db,
      [
        { ...event, slug: 'riot-2020' },
        { ...event, slug: 'riot-2020-2' },
      ],
      null,
    );
    const wanted = [
      'riot-2020',
      'riot-2020',
      'riot-2020-9',
      'calm-2020',
      'calm-2020',
      'a'.repeat(80),
      'a'.repeat(80),
    ];
    await importAll(
      { ...to, set: 'corpus' },
      wanted.map((slug, i) => fromRow(i + 2, { ...event, slug, title: `Other ${i * 7919}` })),
    );
    const slugs = (await db.select({ slug: events.slug }).from(events)).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(9);
    expect(slugs.filter((slug) => slug.startsWith('riot')).toSorted()).toEqual(
      ['riot-2020', 'riot-2020-10', 'riot-2020-11', 'riot-2020-2', 'riot-2020-9'].toSorted(),
    );
    for (const slug of slugs) expect(eventSchema.shape.slug.safeParse(slug).success).toBe(true);
  });

  it('changes nothing the second time, not even the revision', async () => {
    const file = some(50).map((event, i) => fromRow(i + 2, event));
    await importAll(to, file);
    const before = await everything();
    const again = await importAll(to, file);
    expect(again.counts!.events).toEqual({ new: 0, changed: 0, identical: 50, duplicate: 0, edited: 0 });
    expect(await everything()).toEqual(before);
  });

  it('knows the rows of a file without identifiers again', async () => {
    const file = some(20).map((event, i) => fromRow(i + 2, event, null));
    await importAll(to, file);
    const before = await everything();
    const again = await importAll(to, file.toReversed());
    expect(again.counts!.events.identical).toBe(20);
    expect(await everything()).toEqual(before);
  });

  it('updates from a newer release, with history, and keeps the status that people gave', async () => {
    const list = some(5);
    await importAll(
      { ...to, status: 'in_review' },
      list.map((event, i) => fromRow(i + 2, event)),
    );
    const before = await byValue('x3');
    expect(before.status).toBe('in_review');
    const newer = list.map((event, i) => (i === 1 ? { ...event, summary: 'Corrected', actors: [] } : event));
    const done = await importAll(
      to,
      newer.map((event, i) => fromRow(i + 2, event)),
    );
    expect(done.counts!.events).toEqual({ new: 0, changed: 1, identical: 4, duplicate: 0, edited: 0 });
    const after = await byValue('x3');
    expect(after).toMatchObject({
      slug: before.slug,
      version: 2,
      summary: 'Corrected',
      actors: [],
      status: 'in_review',
    });
    const log = await history(after.id);
    expect(log.map(({ kind }) => kind)).toEqual(['create', 'update']);
    expect(log[1]!.snapshot).toEqual(inputOf(after));
    expect(log[0]!.snapshot).toEqual(inputOf(before));
  });

  it('lists an event that was edited here since, and does not write over it', async () => {
    const list = some(4);
    await importAll(
      to,
      list.map((event, i) => fromRow(i + 2, event)),
    );
    const mine = await byValue('x2');
    await updateEvent(db, mine.slug, 1, { ...inputOf(mine), summary: 'Mine' }, person);
    const gone = await byValue('x3');
    await setArchived(db, gone.slug, 1, true, person);
    const newer = list.map((event) => ({ ...event, summary: 'Theirs' }));
    const done = await importAll(
      to,
      newer.map((event, i) => fromRow(i + 2, event)),
    );
    expect(done.counts!.events).toEqual({ new: 0, changed: 2, identical: 0, duplicate: 0, edited: 2 });
    expect((await byValue('x2')).summary).toBe('Mine');
    expect(await byValue('x3')).toMatchObject({ status: 'archived', version: 2 });
    expect((await byValue('x4')).summary).toBe('Theirs');
  });

  it('does not write over an edit made between the preview and the confirmation', async () => {
    const list = some(2);
    await importAll(
      to,
      list.map((event, i) => fromRow(i + 2, event)),
    );
    const waiting = await check(
      to,
      list.map((event, i) => fromRow(i + 2, { ...event, summary: 'Theirs' })),
    );
    expect(waiting.counts!.events.changed).toBe(2);
    const mine = await byValue('x2');
    await updateEvent(db, mine.slug, 1, { ...inputOf(mine), summary: 'Mine' }, person);
    await runJob(db, to.url, waiting.id, { kind: 'apply', by: person });
    expect((await readImport(db, waiting.id))!.counts!.events).toMatchObject({ changed: 1, edited: 1 });
    expect((await byValue('x2')).summary).toBe('Mine');
  });

  it('holds likely duplicates for a person, and takes them where the person says that they are others', async () => {
    const [event] = some(1) as [EventInput];
    await createEvents(db, [{ ...event, title: 'Riot in the harbour of Cork', sourceSet: 'corpus' }], null);
    const file = [
      fromRow(2, { ...event, title: 'Riot in the harbour at Cork' }),
      fromRow(3, { ...event, title: 'Strike' }),
    ];
    const held = await check(to, file);
    expect(held.counts!.events).toMatchObject({ new: 1, duplicate: 1 });
    await db.execute(
      sql`update import_verdicts set allowed = true where import_id = ${held.id} and verdict = 'duplicate'`,
    );
    await runJob(db, to.url, held.id, { kind: 'apply', by: person });
    expect((await readImport(db, held.id))!.counts!.events).toMatchObject({ new: 2, duplicate: 0 });
    expect(
      await importAll(to, [fromRow(2, { ...event, title: 'Riot in the harbour at Cork' })]),
    ).toMatchObject({
      counts: { events: { identical: 1 } },
    });
  });

  it('is in the counts of the next request, however large it is', async () => {
    const before = await currentIndex(db);
    await importAll(
      to,
      some(6_000).map((event, i) => fromRow(i + 2, event)),
    );
    expect((await currentIndex(db)).index.size).toBe(before.index.size + 6_000);
  });
});

describe('the counts', () => {
  it('add up to the rows of the file, whatever the file holds and whatever is here', async () => {
    const anyOutcome = (row: number): fc.Arbitrary<Outcome> =>
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.tuple(anyEvent, fc.nat(12)).map(([event, id]) => fromRow(row, event, `x${id}`)),
        },
        fc.constant<Outcome>({
          kind: 'rejected',
          row,
          problems: [{ column: 'a', value: 'b\0\uD800', reason: 'c' }],
          raw: {},
        }),
        fc.constantFrom('empty', 'other').map((reason): Outcome => ({ kind: 'skipped', row, reason })),
      );
    const anyFile = fc
      .nat(30)
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyOutcome(i + 2))));
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const done = await importAll(to, file);
        expect(done.problem).toBeNull();
        const counts = done.counts!;
        expect(counts.rows).toBe(file.length);
        expect(addsUp(counts)).toBe(true);
        expect(counts.rejected).toBe(file.filter(({ kind }) => kind === 'rejected').length);
        expect(verdicts.reduce((sum, verdict) => sum + counts.events[verdict], 0)).toBe(
          file.filter(({ kind }) => kind === 'event').length,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('take an event made of many rows, and one that cannot be stored', async () => {
    const [event] = some(1) as [EventInput];
    const done = await importAll(to, [
      { ...fromRow(2, event), rows: [2, 3, 4] } as Outcome,
      fromRow(5, { ...event, summary: 'half \uD800 pair' }),
      fromRow(6, { ...event, sources: [{ ...event.sources[0]!, article: 'no-such-article' }] }),
    ]);
    expect(done.counts).toMatchObject({ rows: 5, rejected: 2, events: { new: 1 }, rowsOf: { new: 3 } });
  });
});

describe('an undo', () => {
  it('archives what was created and puts back what was changed, and keeps the history', async () => {
    const list = some(4);
    const first = list.slice(0, 2);
    await importAll(
      to,
      first.map((event, i) => fromRow(i + 2, event)),
    );
    const old = await byValue('x2');
    const second = await importAll(
      to,
      list.map((event, i) => fromRow(i + 2, { ...event, summary: 'Newer' })),
    );
    expect(second.counts!.events).toMatchObject({ new: 2, changed: 2 });
    const touched = await byValue('x5');
    await updateEvent(db, touched.slug, 1, { ...inputOf(touched), summary: 'Mine' }, person);
    await runJob(db, to.url, second.id, { kind: 'undo', by: person });
    expect((await readImport(db, second.id))!.state).toBe('undone');
    expect(await byValue('x2')).toMatchObject({ ...inputOf(old), version: 3 });
    expect(await byValue('x4')).toMatchObject({ status: 'archived', version: 2, summary: 'Newer' });
    expect(await byValue('x5')).toMatchObject({ status: 'published', summary: 'Mine', version: 2 });
    expect((await history(old.id)).map(({ kind }) => kind)).toEqual(['create', 'update', 'update']);
  });

  it('can itself be taken back by importing the file again', async () => {
    const file = some(3).map((event, i) => fromRow(i + 2, event));
    const { id } = await importAll(to, file);
    const before = await byValue('x2');
    await runJob(db, to.url, id, { kind: 'undo', by: person });
    expect((await byValue('x2')).status).toBe('archived');
    const again = await importAll(to, file);
    expect(again.counts!.events).toEqual({ new: 0, changed: 3, identical: 0, duplicate: 0, edited: 0 });
    expect(await byValue('x2')).toMatchObject({ ...inputOf(before), version: 3 });
    expect((await history(before.id)).map(({ kind }) => kind)).toEqual(['create', 'archive', 'restore']);
  });

  it('puts back what an earlier import said, which is then known again', async () => {
    const [event] = some(1) as [EventInput];
    await importAll(to, [fromRow(2, event)]);
    const second = await importAll(to, [fromRow(2, { ...event, summary: 'Newer' })]);
    await runJob(db, to.url, second.id, { kind: 'undo', by: person });
    expect((await check(to, [fromRow(2, event)])).counts!.events.identical).toBe(1);
    expect((await check(to, [fromRow(2, { ...event, summary: 'Newest' })])).counts!.events.changed).toBe(1);
  });

  it('is done once', async () => {
    const { id } = await importAll(
      to,
      some(1).map((event) => fromRow(2, event)),
    );
    expect(await runJob(db, to.url, id, { kind: 'undo', by: person })).toBe(true);
    const revision = await readRevision(db);
    expect(await runJob(db, to.url, id, { kind: 'undo', by: person })).toBe(false);
    expect(await readRevision(db)).toBe(revision);
  });
});
