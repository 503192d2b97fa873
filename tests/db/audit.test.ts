import { asc, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '@/db/audit';
import { verifyAudit } from '@/db/audit-verify';
import type { Database } from '@/db/client';
import { createEvent, createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { auditLog } from '@/db/schema-audit';
import { users } from '@/db/schema-auth';
import { readRevision } from '@/db/index-feed';
import type { EventInput } from '@/lib/event';
import { sampleEvents } from '../setup/arbitraries';
import { secondPool, testDatabase } from '../setup/database';

const events = sampleEvents(4, 21) as [EventInput, EventInput, EventInput, EventInput];
const by = { id: 'u1', from: { ip: '192.0.2.7', agent: 'Test browser' } };

async function withUser(): Promise<{ db: Database; url: string }> {
  const made = await testDatabase();
  await made.db.insert(users).values({ id: 'u1', name: 'Una', email: 'una@example.test' });
  return made;
}

const rowsOf = (db: Database) => db.select().from(auditLog).orderBy(asc(auditLog.seq));

describe('the audit trail', () => {
  let db: Database;
  let url: string;
  beforeAll(async () => {
    ({ db, url } = await withUser());
  });

  it('tells who, from where, what and when, whatever the values are, and holds together', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((s) => s.replaceAll('\0', ''));
    const json = fc.dictionary(
      words,
      fc.oneof(words, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
    );
    await fc.assert(
      fc.asyncProperty(words, words, json, json, async (subject, agent, before, detail) => {
        await writeAudit(db, {
          action: 'event.update',
          by: { ...by, from: { ip: '::1', agent } },
          subject,
          before,
          detail,
        });
        const row = (await rowsOf(db)).at(-1)!;
        expect(row).toMatchObject({ who: 'una@example.test', userId: 'u1', ip: '::1', agent, subject });
        expect(row.before).toEqual(JSON.parse(JSON.stringify(before)));
      }),
      { numRuns: 40 },
    );
    const { problems, rows, head } = await verifyAudit(db);
    expect({ problems, rows }).toEqual({ problems: [], rows: head.seq });
  });

  it('names a program by its key, and the product itself', async () => {
    await writeAudit(db, { action: 'event.update', by: { ...by, key: 'Nightly feed' } });
    await writeAudit(db, { action: 'event.update', by: null });
    expect((await rowsOf(db)).slice(-2).map(({ who }) => who)).toEqual([
      'una@example.test with key Nightly feed',
      'Pillarwatch',
    ]);
  });

  it('goes the way of its transaction', async () => {
    const before = await rowsOf(db);
    await db
      .transaction(async (tx) => {
        await writeAudit(tx, { action: 'event.update', by: null });
        throw new Error('no');
      })
      .catch(() => {});
    expect(await rowsOf(db)).toEqual(before);
  });

  it('stays one chain when many write at once, from several instances', async () => {
    const other = secondPool(url);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        writeAudit(i % 2 ? db : other, { action: 'sign-in', by, detail: { i } }),
      ),
    );
    expect((await verifyAudit(db)).problems).toEqual([]);
  });

  it('takes no number, time or hash from who writes', async () => {
    await db.execute(sql`insert into audit_log (seq, at, who, action, previous, hash)
      values (1, '2001-01-01', 'forger', 'sign-in', 'x', 'y')`);
    const row = (await rowsOf(db)).at(-1)!;
    expect(row.seq).toBeGreaterThan(1);
    expect(row.at.startsWith('2001')).toBe(false);
    expect((await verifyAudit(db)).problems).toEqual([]);
  });

  it.each([
    `update audit_log set who = 'x' where seq = 1`,
    `delete from audit_log where seq = 1`,
    `truncate audit_log`,
    `update audit_head set seq = 0`,
    `delete from audit_head`,
    `truncate audit_head`,
    `insert into audit_head values (false, 1, now(), '')`,
    `set local session_replication_role = replica; update audit_log set who = 'x'`,
  ])('refuses, whoever asks: %s', async (statement) => {
    const before = await rowsOf(db);
    await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') as string },
    });
    expect(await rowsOf(db)).toEqual(before);
  });
});

describe('what is written to events', () => {
  it('is audited: what stood before and after, a bulk as one entry', async () => {
    const { db } = await withUser();
    const slug = await createEvent(db, { ...events[0], links: [] }, by);
    await updateEvent(db, slug, 1, { ...events[0], links: [], title: 'Another title', tags: ['one'] }, by);
    await setArchived(db, slug, 2, true, by);
    await createEvents(db, events.slice(1), by);
    const found = (await rowsOf(db)).map(({ action, subject, before, after, detail, revision }) => ({
      action,
      subject,
      before,
      after,
      detail,
      revision,
    }));
    const subject = `event:${slug}`;
    expect(found).toMatchObject([
      { action: 'event.create', subject, before: null, after: { title: events[0].title, slug } },
      {
        action: 'event.update',
        subject,
        before: { title: events[0].title, tags: events[0].tags },
        after: { title: 'Another title', tags: ['one'] },
      },
      {
        action: 'event.archive',
        subject,
        before: { status: events[0].status },
        after: { status: 'archived' },
      },
      { action: 'event.import', subject: null, detail: { events: 3 } },
    ]);
    expect(Object.keys(found[1]!.after as object).toSorted()).toEqual(['tags', 'title']);
    expect(found.at(-1)!.revision).toBe(await readRevision(db));
    expect((await verifyAudit(db)).problems).toEqual([]);
  });

  it('leaves no entry where nothing was written', async () => {
    const { db } = await withUser();
    const slug = await createEvent(db, events[0], by);
    await updateEvent(db, slug, 7, events[1], by);
    await expect(createEvent(db, { ...events[0], region: 'nowhere' }, by)).rejects.toThrow('Failed query');
    expect(await rowsOf(db)).toHaveLength(1);
  });
});

describe('verifying', () => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await withUser());
    for (let i = 1; i <= 9; i++) await writeAudit(db, { action: 'sign-in', by, detail: { i } });
  });

  /** What somebody with every right over the database could do: the triggers off, and back on. */
  async function tamper(statement: string) {
    class Undo extends Error {}
    let found: { kind: string; seq: number }[] = [];
    await db
      .transaction(async (tx) => {
        await tx.execute(sql`alter table audit_log disable trigger all`);
        await tx.execute(sql.raw(statement));
        found = (await verifyAudit(tx as unknown as Database)).problems.map(({ kind, seq }) => ({
          kind,
          seq,
        }));
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return found;
  }

  it.each([
    [`update audit_log set detail = '{"i": 44}' where seq = 4`, 'changed', 4],
    [`update audit_log set at = at + interval '1 microsecond' where seq = 9`, 'changed', 9],
    [`update audit_log set hash = repeat('a', 64) where seq = 5`, 'changed', 5],
    [`delete from audit_log where seq = 1`, 'missing', 1],
    [`delete from audit_log where seq = 5`, 'missing', 5],
    [`delete from audit_log where seq = 9`, 'missing', 9],
    [`delete from audit_log`, 'missing', 1],
    [
      `insert into audit_log (seq, at, who, action, previous, hash) select 10, now(), 'x', 'y', hash, repeat('b', 64) from audit_log where seq = 9`,
      'inserted',
      10,
    ],
    [
      `insert into audit_log (seq, at, who, action, previous, hash) values (0, now(), 'x', 'y', '', '')`,
      'inserted',
      0,
    ],
  ])('finds: %s', async (statement, kind, seq) => {
    expect(await tamper(statement)).toContainEqual({ kind, seq });
    expect((await verifyAudit(db)).problems).toEqual([]);
  });

  it('finds by a head that was noted outside what was made anew from end to end', async () => {
    const { head } = await verifyAudit(db);
    expect((await verifyAudit(db, head)).problems).toEqual([]);
    expect((await verifyAudit(db, { seq: 3, hash: head.hash })).problems).toMatchObject([
      { kind: 'changed', seq: 3 },
    ]);
  });
});
