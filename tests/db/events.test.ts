import fc from 'fast-check';
import { asc } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import { createEvent, createEvents } from '@/db/event-writes';
import { listEvents, lockdownBands, newestEvents, timelineEvents } from '@/db/events';
import { matchingIds } from '@/db/matching-ids';
import { readOverlay } from '@/db/overlay';
import { events } from '@/db/schema';
import type { EventInput } from '@/lib/event';
import { noFilters, withFilters } from '@/lib/filters';
import { sortKeys } from '@/lib/event-sort';
import { segmentsOf } from '@/lib/highlight';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';
import { passes } from '../setup/naive';
import { placeName } from '@/lib/places';
import { labelOf, typeTerms } from '@/lib/vocabulary';

const list = sampleEvents(200, 21, anyStoredEvent);
let db: Database;
let rows: (EventInput & { id: number })[];

beforeAll(async () => {
  ({ db } = await testDatabase());
  await createEvents(db, list, null);
  const ids = await db.select({ id: events.id }).from(events).orderBy(asc(events.id));
  rows = ids.map(({ id }, i) => ({ ...list[i]!, id }));
});

const ownFilters = anyFilters.map((filters) => withFilters(filters, { q: null }));
const order = (a: { startsOn: string; id: number }, b: { startsOn: string; id: number }): number =>
  a.startsOn.localeCompare(b.startsOn) || a.id - b.id;

describe('lists of events', () => {
  it('hold those that pass, the timeline from the first day and the newest from the last', async () => {
    await fc.assert(
      fc.asyncProperty(ownFilters, fc.integer({ min: 1, max: 250 }), async (filters, limit) => {
        const passing = rows.filter((row) => passes(row, filters)).toSorted(order);
        const ids = (found: { id: number }[]): number[] => found.map(({ id }) => id);
        expect(ids(await timelineEvents(db, filters, limit))).toEqual(ids(passing.slice(0, limit)));
        // A reference set is not news, but where it is asked for.
        const news = passing.filter(({ sourceSet }) => filters.set.length > 0 || sourceSet !== 'oxcgrt');
        expect(ids(await newestEvents(db, filters, limit))).toEqual(ids(news.toReversed().slice(0, limit)));
      }),
      { numRuns: 60 },
    );
  });

  it('come in pages, each event once and in order, forwards and backwards, whatever the sort', async () => {
    const names = {
      date: () => '',
      type: (row: EventInput) => labelOf(typeTerms, row.type),
      place: (row: EventInput) => placeName(row.region),
    };
    const sorts = fc.record({ by: fc.constantFrom(...sortKeys), descending: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(ownFilters, sorts, fc.integer({ min: 1, max: 60 }), async (filters, sort, limit) => {
        const name = names[sort.by];
        const wanted = rows
          .filter((row) => passes(row, filters))
          .toSorted((a, b) => name(a).localeCompare(name(b), 'en') || order(a, b))
          .map(({ id }) => id);
        if (sort.descending) wanted.reverse();
        const seen: number[] = [];
        let page = await listEvents(db, filters, { sort, after: null, before: null, limit });
        expect(page.hasBefore).toBe(false);
        seen.push(...page.rows.map(({ id }) => id));
        while (page.hasAfter) {
          const before = page;
          page = await listEvents(db, filters, {
            sort,
            after: page.rows.at(-1)!.cursor,
            before: null,
            limit,
          });
          const back = await listEvents(db, filters, {
            sort,
            after: null,
            before: page.rows[0]!.cursor,
            limit,
          });
          expect(back.rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
          seen.push(...page.rows.map(({ id }) => id));
        }
        expect(seen).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('show an event as it was put in', async () => {
    const [row] = rows.filter((one) => one.status === 'published').toSorted(order);
    const { id, title, startsOn, endsOn, precision, type, pillars, region, locality, confidence } = row!;
    expect((await timelineEvents(db, noFilters, 1))[0]).toMatchObject({
      id,
      title,
      startsOn,
      endsOn,
      precision,
      type,
      pillars,
      region,
      locality,
      confidence,
    });
  });
});

describe('a search', () => {
  const page = { sort: { by: 'date', descending: true }, after: null, before: null, limit: 10 } as const;

  it('marks what it found, in whatever form the word has, and changes nothing else', async () => {
    await createEvent(
      db,
      {
        ...list[0]!,
        status: 'published',
        title: 'Zebras <b>and</b> a zebra',
        summary: 'No stripes & no spots.',
      },
      null,
    );
    const { rows: found } = await listEvents(db, withFilters(noFilters, { q: 'zebra' }), page);
    expect(segmentsOf(found[0]!.markedTitle)).toEqual([
      { text: 'Zebras', match: true },
      { text: ' <b>and</b> a ', match: false },
      { text: 'zebra', match: true },
    ]);
    expect(segmentsOf(found[0]!.markedSummary)).toEqual([{ text: 'No stripes & no spots.', match: false }]);
  });

  it('is asked of Postgres once for a state of the record, and anew after any write', async () => {
    const asked = withFilters(noFilters, { q: 'okapi', from: '2020-01-01' });
    const before = await matchingIds(db, asked);
    expect(await matchingIds(db, withFilters(asked, { from: null, type: ['attack'] }))).toBe(before);
    const slug = await createEvent(db, { ...list[0]!, slug: 'okapi', title: 'An okapi', links: [] }, null);
    const { id } = (await readEvent(db, slug))!;
    expect([before!.has(id), (await matchingIds(db, asked))!.has(id)]).toEqual([false, true]);
    expect(await matchingIds(db, noFilters)).toBeNull();
  });

  it('marks nothing where no words were asked for', async () => {
    const { rows: found } = await listEvents(db, noFilters, page);
    for (const row of found) expect([row.markedTitle, row.markedSummary]).toEqual([row.title, row.summary]);
  });
});

describe('lockdown bands', () => {
  const spell = (
    title: string,
    region: string,
    startsOn: string,
    endsOn: string,
    more: Partial<EventInput> = {},
  ): EventInput => ({
    ...list[0]!,
    title,
    region,
    startsOn,
    endsOn,
    precision: 'day',
    type: 'lockdown',
    status: 'published',
    ...more,
  });

  beforeAll(async () => {
    const spells = [
      spell('England at home', 'GB-ENG', '2020-03-23', '2020-06-15'),
      spell('London alone', 'E12000007', '2020-12-20', '2021-01-05'),
      spell('Scotland at home', 'GB-SCT', '2020-03-24', '2020-06-18'),
      spell('France at home', 'FR', '2020-03-17', '2020-05-11'),
      spell('One week less a day', 'GB-ENG', '2020-07-01', '2020-07-07'),
      spell('Some time in a month', 'GB-ENG', '2020-08-01', '2020-08-31', { precision: 'month' }),
      spell('No lockdown', 'GB-ENG', '2020-09-01', '2020-10-01', { type: 'policy' }),
      spell('Not published', 'GB-ENG', '2020-09-01', '2020-10-01', { status: 'draft' }),
    ];
    await createEvents(db, spells, null);
  });

  it.each([
    ['England where no place is chosen', [], ['England at home', 'London alone']],
    [
      'the nations of the UK where it is chosen',
      ['GB'],
      ['England at home', 'Scotland at home', 'London alone'],
    ],
    ['its nation’s where a region of England is chosen', ['E12000007'], ['England at home', 'London alone']],
    ['Scotland alone', ['GB-SCT'], ['Scotland at home']],
    ['all of Europe', ['150'], ['France at home', 'England at home', 'Scotland at home', 'London alone']],
    ['two places', ['FR', 'GB-SCT'], ['France at home', 'Scotland at home']],
    ['nothing in Kazakhstan', ['KZ'], []],
  ])('are of %s', async (_, region, titles) => {
    const own = new Set([
      'England at home',
      'London alone',
      'Scotland at home',
      'France at home',
      'One week less a day',
      'Some time in a month',
      'No lockdown',
      'Not published',
    ]);
    const bands = await lockdownBands(db, withFilters(noFilters, { region }));
    expect(bands.map((band) => band.title).filter((title) => own.has(title))).toEqual(titles);
  });
});

describe('an overlay', () => {
  it('is of the events that pass its own filter in the dates and places of its chart', async () => {
    const stored = await db.select({ id: events.id, slug: events.slug }).from(events).orderBy(asc(events.id));
    const slugs = new Map(stored.slice(0, list.length).map(({ id, slug }) => [id, slug]));
    await fc.assert(
      fc.asyncProperty(anyFilters, anyFilters, async (own, chart) => {
        const asked = { ...own, q: null, from: chart.from, to: chart.to };
        if (asked.region.length === 0) asked.region = chart.region;
        const passing = rows.filter((event) => passes(event, asked)).map(({ id }) => slugs.get(id)!);
        const marks = await readOverlay(db, { kind: 'events', filters: { ...own, q: null } }, chart);
        // Lockdowns of the tests above are in the record too.
        const listed = new Set(slugs.values());
        expect(
          marks.bands
            .map(({ slug }) => slug)
            .filter((slug) => listed.has(slug))
            .sort(),
        ).toEqual(passing.sort());
        expect(marks.total).toBe(marks.bands.length);
      }),
      { numRuns: 25 },
    );
  });

  it('of lockdowns says of each how it is defined and where that comes from; of nothing it is empty', async () => {
    const chart = withFilters(noFilters, { region: ['FJ'] });
    const marks = await readOverlay(db, { kind: 'lockdowns' }, chart);
    expect(marks.bands).toEqual(await lockdownBands(db, chart));
    for (const { definition, source } of marks.bands) expect([definition, source]).not.toContain('');
    expect(await readOverlay(db, { kind: 'none' }, chart)).toEqual({ bands: [], total: 0 });
  });
});
