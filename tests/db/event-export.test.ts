import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { openExport, type ExportHead } from '@/db/event-export';
import { readFeed, type FeedPage } from '@/db/event-feed';
import { inputOf, readEvent } from '@/db/event-record';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { readFacets } from '@/db/facets';
import { eventSchema, type EventInput } from '@/lib/event';
import type { ExportContext } from '@/lib/export/export-event';
import type { FeedCursor } from '@/lib/export/feed-cursor';
import { readEventRow } from '@/lib/export/read-row';
import { eventWriters } from '@/lib/export/writers';
import type { ExportFormat } from '@/lib/export/formats';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { entriesOf } from '../setup/atom';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { secondPool, testDatabase } from '../setup/database';

let db: Database;
let url: string;
const stored = new Map<string, EventInput>();

/** Events of every kind, with what the shared samples leave out: links, numbers elsewhere, cells that look like formulas. */
const list = sampleEvents(120, 11, anyStoredEvent).map((event, i) => ({
  ...event,
  slug: `event-${i}`,
  summary: ['=1+1', "'=1", '-2; \\ 3', 'a\r\n"b",c', '\u202Eright to left', '😀 emoji', event.summary][
    i % 7
  ]!,
  actors: event.actors.map((actor, n) => ({ ...actor, name: `${actor.name}${['; (x)', '\\', ''][n % 3]}` })),
  externalIds: i % 3 === 0 ? [{ scheme: 'a=b;\\c', value: `${i}=;\\` }] : [],
  links: i > 0 && i % 4 === 0 ? ['event-0', `event-${i - 1}`].sort() : [],
}));

beforeAll(async () => {
  ({ db, url } = await testDatabase());
  for (const event of list) await createEvents(db, [event], null);
  // Readers get no link to what they may not see.
  const shown = new Set(list.filter(({ status }) => status === 'published').map(({ slug }) => slug));
  for (const slug of shown) {
    const input = inputOf((await readEvent(db, slug))!);
    stored.set(slug, { ...input, links: input.links.filter((link) => shown.has(link)) });
  }
});

const about = (head: ExportHead, filters: Filters): ExportContext => ({
  ...head,
  filters,
  filterWords: 'Some <words> & others',
  publicUrl: 'https://example.test',
  madeOn: '2026-11-25',
  marking: 'OFFICIAL',
});

async function whole(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

/** The whole file of one format under the filters. */
async function bytesOf(format: ExportFormat, filters: Filters): Promise<Buffer> {
  const { head, events, close } = await openExport(db, filters);
  const bytes = await whole(eventWriters[format](events, about(head, filters)));
  await close();
  return bytes;
}
const fileOf = async (format: ExportFormat, filters: Filters): Promise<string> =>
  (await bytesOf(format, filters)).toString('utf8');

const rowsOf = (csv: string): Record<string, string>[] =>
  parse<Record<string, string>>(csv, { columns: true, bom: true });
type List = unknown[];
const listIn = (file: Buffer, key: string): List =>
  (JSON.parse(file.toString()) as Record<string, List>)[key]!;
const countIn: Record<ExportFormat, (file: Buffer) => number | Promise<number>> = {
  csv: (file) => rowsOf(file.toString()).length,
  acled: (file) => rowsOf(file.toString()).length,
  json: (file) => listIn(file, 'data').length,
  ndjson: (file) => file.toString().split('\n').filter(Boolean).length,
  geojson: (file) => listIn(file, 'features').length,
  timelinejs: (file) => listIn(file, 'events').length,
  ics: (file) =>
    new ICAL.Component(ICAL.parse(file.toString()) as unknown[]).getAllSubcomponents('vevent').length,
  atom: (file) => entriesOf(file.toString()).length,
  xlsx: async (file) => (await readSheet(file, 'Events')).length - 1,
};

describe('a file of events', () => {
  it.each(Object.keys(countIn) as ExportFormat[])(
    'holds what the page counts, for any filters: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyFilters, async (filters) => {
          const { total } = await readFacets(db, filters);
          expect(await countIn[format](await bytesOf(format, filters))).toBe(total);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('of JSON is read back by eventSchema as what is stored', async () => {
    const { data } = JSON.parse(await fileOf('json', noFilters)) as { data: unknown[] };
    const read = data.map((one) => eventSchema.parse(one));
    expect(new Map(read.map((one) => [one.slug, one]))).toEqual(stored);
    const lines = (await fileOf('ndjson', noFilters)).trim().split('\n');
    expect(lines.map((line) => eventSchema.parse(JSON.parse(line)))).toEqual(read);
  });

  it('of CSV is read back by eventSchema as what is stored', async () => {
    const read = rowsOf(await fileOf('csv', noFilters)).map((row) => eventSchema.parse(readEventRow(row)));
    expect(new Map(read.map((one) => [one.slug, one]))).toEqual(stored);
  });

  it('is by date, and the same each time it is gone through', async () => {
    const { events, close } = await openExport(db, noFilters);
    const passes: string[][] = [];
    for (let pass = 0; pass < 2; pass++) {
      const days: string[] = [];
      for await (const event of events) days.push(`${event.startsOn} ${event.slug}`);
      passes.push(days);
    }
    await close();
    expect(passes[0]!.map((one) => one.slice(0, 10))).toEqual(
      passes[0]!.map((one) => one.slice(0, 10)).sort(),
    );
    expect(passes[0]).toHaveLength(stored.size);
    expect(passes[1]).toEqual(passes[0]);
  });
});

describe('an open file', () => {
  it('stays as it was opened while others write', async () => {
    const other = secondPool(url);
    const { head, events, close } = await openExport(db, noFilters);
    const slug = [...stored.keys()][0]!;
    const [extra] = await createEvents(
      other,
      [{ ...list[0]!, status: 'published', slug: 'late', externalIds: [] }],
      null,
    );
    const held = await readEvent(other, slug);
    await setArchived(other, slug, held!.version, true, null);
    const slugs: string[] = [];
    for await (const event of events) slugs.push(event.slug);
    await close();
    expect(slugs).toHaveLength(head.total);
    expect(slugs).toContain(slug);
    expect(slugs).not.toContain(extra);
    expect(head.revision).toBeLessThan((await readFacets(other, noFilters)).revision);
  });

  it('that is left early holds no connection', async () => {
    for (let i = 0; i < 30; i++) {
      const { events, close } = await openExport(db, withFilters(noFilters, {}));
      for await (const event of events) if (event.slug) break;
      await close();
    }
    const [row] = await db.execute<{ open: number }>(
      `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(row!.open).toBe(0);
  });
});

describe('the feed', () => {
  it('comes in pages that hold each event once, the newest change first', async () => {
    const slugs: string[] = [];
    const times: string[] = [];
    let next: FeedCursor | null = null;
    do {
      const page: FeedPage = await readFeed(db, noFilters, next);
      const context = { ...about(page.head, noFilters), page: { updatedAt: page.updatedAt } };
      const entries = entriesOf((await whole(eventWriters.atom(page.events, context))).toString());
      slugs.push(...entries.map(({ link }) => link.split('/').at(-1)!));
      for await (const event of page.events) times.push(event.updatedAt);
      ({ next } = page);
    } while (next !== null);
    expect(slugs).toHaveLength((await readFacets(db, noFilters)).total);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('says when an event last changed for its readers, whatever else was saved', async () => {
    const slug = await createEvent(
      db,
      { ...list[1]!, slug: 'watched', status: 'draft', externalIds: [], links: [] },
      null,
    );
    const filters = noFilters;
    const entry = async () => {
      const { events } = await readFeed(db, filters, null);
      for await (const event of events) if (event.slug === slug) return event;
      return null;
    };
    expect(await entry()).toBeNull();
    const save = async (change: Partial<EventInput>): Promise<void> => {
      const { version, ...event } = (await readEvent(db, slug))!;
      await updateEvent(db, slug, version, { ...inputOf({ version, ...event }), ...change }, null);
    };
    await save({ status: 'published' });
    const published = (await entry())!;
    await save({ tags: ['another'] });
    expect(await entry()).toMatchObject({ updatedAt: published.updatedAt, publishedAt: published.updatedAt });
    await save({ title: 'Another title' });
    const changed = (await entry())!;
    expect(changed.updatedAt > published.updatedAt).toBe(true);
    expect(changed.publishedAt).toBe(published.updatedAt);
  });
});
