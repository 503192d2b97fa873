import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createEvent, createEvents } from '@/db/event-writes';
import { events } from '@/db/schema';
import { whereFilters } from '@/db/where';
import type { EventInput } from '@/lib/event';
import { filterKeys, noFilters, withFilters, type Filters } from '@/lib/filters';
import { datings } from '@/lib/vocabulary';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';
import { passes } from '../setup/naive';

const list = sampleEvents(300, 7, anyStoredEvent);
const byId = new Map<number, EventInput>();
let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  await createEvents(db, list, null);
  const rows = await db.select({ id: events.id }).from(events).orderBy(asc(events.id));
  for (const [i, { id }] of rows.entries()) byId.set(id, list[i]!);
});

async function selected(filters: Filters, ...except: (keyof Filters)[]): Promise<number[]> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(whereFilters(filters, ...except))
    .orderBy(asc(events.id));
  return rows.map((row) => row.id);
}

const byHand = (filters: Filters, ...except: (keyof Filters)[]): number[] =>
  [...byId].filter(([, event]) => passes(event, filters, ...except)).map(([id]) => id);

/** Titles of one-word events that the words find. */
async function found(q: string): Promise<string[]> {
  const rows = await db
    .select({ title: events.title })
    .from(events)
    .where(whereFilters(withFilters(noFilters, { q })))
    .orderBy(asc(events.id));
  return rows.map((row) => row.title);
}

describe('whereFilters', () => {
  it('selects the events that one would by hand, for any filters', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (any) => {
        const filters = withFilters(any, { q: null });
        expect(await selected(filters)).toEqual(byHand(filters));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out the filters that it is told to, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, fc.subarray(filterKeys), async (filters, except) => {
        expect(await selected(filters, 'q', ...except)).toEqual(byHand(filters, 'q', ...except));
      }),
      { numRuns: 200 },
    );
  });

  it('never shows what is not published', async () => {
    expect(await selected(noFilters)).toEqual(byHand(noFilters));
    expect(list.filter((event) => event.status !== 'published').length).toBeGreaterThan(20);
    expect((await selected(withFilters(noFilters, { dated: [...datings] }))).length).toBe(
      byHand(noFilters).length,
    );
  });
});

describe('words', () => {
  beforeAll(async () => {
    const [event] = sampleEvents(1, 1);
    const plain = { ...event!, summary: 'x', locality: null, actors: [] };
    for (const title of ['Zebra vaccines', 'Zebra crossings', '100% zebra_print'])
      await createEvent(db, { ...plain, title }, null);
    const rest = {
      actors: [{ name: 'Quokka Brigade', role: 'other' as const }],
      locality: 'Numbat',
      summary: 'About wombats',
    };
    await createEvent(db, { ...plain, title: 'Elsewhere', ...rest }, null);
  });

  it.each([
    ['zebra', ['Zebra vaccines', 'Zebra crossings', '100% zebra_print']],
    ['ZEBRAS', ['Zebra vaccines', 'Zebra crossings', '100% zebra_print']],
    ['zebra vaccine', ['Zebra vaccines']],
    ['vaccination', ['Zebra vaccines']],
    ['"zebra crossing"', ['Zebra crossings']],
    ['"crossing zebra"', []],
    ['zebra -vaccines', ['Zebra crossings', '100% zebra_print']],
    ['vaccines or crossings', ['Zebra vaccines', 'Zebra crossings']],
    ['quokka', ['Elsewhere']],
    ['numbat', ['Elsewhere']],
    ['wombat', ['Elsewhere']],
    ['zeb', []],
    ['z%', []],
    ['zebr_', []],
  ])('%s', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('of any kind are taken, whatever signs they hold', async () => {
    const signs = fc.constantFrom(
      '"',
      "'",
      '-',
      ' or ',
      ':*',
      '&',
      '|',
      '!',
      '(',
      ')',
      '<->',
      '\\',
      '%',
      '_',
      ';',
      '--',
      '$1',
      '\u0000a'.slice(1),
    );
    const text = fc
      .array(
        fc.oneof(
          signs,
          fc.string({ unit: 'grapheme' }).map((any) => any.replaceAll('\0', '')),
        ),
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (q) => {
        expect(Array.isArray(await found(q))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('attacks through a filter', () => {
  it.each(["'; drop table events; --", "' or '1'='1", '$1', '%', '"}', '{prevent}'])(
    'find nothing and break nothing: %s',
    async (attack) => {
      for (const key of ['actor', 'article', 'origin', 'region'] as const) {
        expect(await selected(withFilters(noFilters, { [key]: [attack] }))).toEqual([]);
      }
      expect(await db.$count(events, eq(events.status, 'published'))).toBeGreaterThan(200);
    },
  );
});
