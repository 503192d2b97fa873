import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '@/db/audit';
import { searchAudit } from '@/db/audit-search';
import type { Database } from '@/db/client';
import { createEvent, createEvents, updateEvent } from '@/db/event-writes';
import { users } from '@/db/schema-auth';
import { auditHref, parseAuditQuery, type AuditQuery } from '@/lib/audit-query';
import { sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

const anything: AuditQuery = { who: null, action: null, from: null, to: null, event: null, words: null };
const events = sampleEvents(3, 5);
let db: Database;
let slugs: string[];
const find = async (query: Partial<AuditQuery>, below: number | null = null, limit = 100) =>
  (await searchAudit(db, { ...anything, ...query }, below, limit)).map(({ seq }) => seq);

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values([
    { id: 'u1', name: 'Una', email: 'una@example.test' },
    { id: 'u2', name: 'Duo', email: 'duo_50%@example.test' },
  ]);
  slugs = [await createEvent(db, { ...events[0]!, links: [] }, 'u1')]; // 1
  slugs.push(...(await createEvents(db, events.slice(1), 'u1'))); // 2
  await updateEvent(db, slugs[1]!, 1, { ...events[1]!, title: 'Zanzibar harbour', links: [] }, 'u2'); // 3
  await writeAudit(db, { action: 'sign-in.failed', by: null, from: { ip: '192.0.2.1', agent: null } }); // 4
});

describe('searching the trail', () => {
  it('finds by who, by part of the address, taken as it is written', async () => {
    expect(await find({ who: 'una@' })).toEqual([2, 1]);
    expect(await find({ who: 'DUO' })).toEqual([3]);
    expect(await find({ who: '50%' })).toEqual([3]);
    expect(await find({ who: '_' })).toEqual([3]);
  });

  it('finds by what was done', async () => {
    expect(await find({ action: 'sign-in.failed' })).toEqual([4]);
  });

  it('finds all that was done to an event, the bulk that it came with too', async () => {
    expect(await find({ event: slugs[0]! })).toEqual([1]);
    expect(await find({ event: slugs[1]! })).toEqual([3, 2]);
    expect(await find({ event: 'no-such-event' })).toEqual([]);
  });

  it('finds by the beginnings of words, all of them', async () => {
    expect(await find({ words: 'zanz harb' })).toEqual([3]);
    expect(await find({ words: 'zanz wales' })).toEqual([]);
    expect(await find({ words: 'duo' })).toEqual([3]);
    expect(await find({ words: slugs[0]! })).toContain(1);
  });

  it('finds by days of London', async () => {
    const [row] = await db.execute<{ day: string }>(
      sql`select (now() at time zone 'Europe/London')::date::text as day`,
    );
    expect(await find({ from: row!.day, to: row!.day })).toEqual([4, 3, 2, 1]);
    expect(await find({ from: '2999-01-01' })).toEqual([]);
    expect(await find({ to: '2001-01-01' })).toEqual([]);
  });

  it('gives pages that join without a gap', async () => {
    const first = await find({}, null, 3);
    expect([...first, ...(await find({}, first.at(-1), 3))]).toEqual([4, 3, 2, 1]);
  });

  it('takes any words without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (text) => {
        const { query } = parseAuditQuery({ words: text, who: text, event: text, from: text, action: text });
        await searchAudit(db, query, null, 5);
      }),
      { numRuns: 100 },
    );
    for (const words of [`'`, `\\`, `' | 'x`, `a' & !'b`, ':*', '!', '<->', '((', `\u0000a`])
      expect(Array.isArray(await find(parseAuditQuery({ words }).query))).toBe(true);
  });
});

describe('the address of a search', () => {
  it('says what is searched for, and reads it back', () => {
    const query: AuditQuery = {
      who: 'a&b',
      action: 'event.update',
      from: '2020-03-01',
      to: '2020-03-23',
      event: 'a-slug',
      words: 'one two',
    };
    const url = new URL(auditHref(query, 7), 'http://x');
    expect(parseAuditQuery(url.searchParams)).toEqual({ query, below: 7, problems: [] });
    expect(auditHref(anything)).toBe('/admin/audit');
    // Whoever pastes the address of an event means the event.
    for (const event of [
      'a-slug',
      '/events/a-slug?asOf=2020-04-01',
      'https://x.test/admin/events/a-slug/history',
    ])
      expect(parseAuditQuery({ event }).query.event).toBe('a-slug');
  });

  it('names dates that it cannot read, and drops what it does not know', () => {
    const { query, below, problems } = parseAuditQuery({ from: 'soon', action: 'constructor', below: '-3' });
    expect({ query, below }).toEqual({ query: anything, below: null });
    expect(problems).toEqual([{ field: 'from', value: 'soon' }]);
  });
});
