import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verifyAudit } from '@/db/audit-verify';
import type { Database } from '@/db/client';
import { createEvent, setArchived, updateEvent } from '@/db/event-writes';
import { createFirstAdmin, firstAdminToken } from '@/db/first-admin';
import { grantToApp } from '@/db/grants';
import { migrate } from '@/db/migrate';
import { seedDatabase } from '@/db/seed/seed';
import { changeRole, inviteUser } from '@/db/users';
import { StartProblem } from '@/lib/problem';
import { sampleEvents } from '../setup/arbitraries';
import { fromRow, importAll } from '../setup/import';
import { emptyDatabase, secondPool } from '../setup/database';

const id = randomUUID().slice(0, 8);
const [owner, app] = [`owner_${id}`, `app "${id}`];
const as = (url: string, username: string) => Object.assign(new URL(url), { username, password: 'p' }).href;
let ownerUrl: string;
let appUrl: string;
let db: Database;

beforeAll(async () => {
  const url = await emptyDatabase();
  [ownerUrl, appUrl] = [as(url, owner), as(url, encodeURIComponent(app))];
  const admin = postgres(inject('admin'), { max: 1 });
  const quoted = `"${app.replaceAll('"', '""')}"`;
  await admin.unsafe(`create role ${owner} login password 'p'; create role ${quoted} login password 'p'`);
  await admin.unsafe(`alter database "${new URL(url).pathname.slice(1)}" owner to ${owner}`);
  const inside = postgres(url, { max: 1 });
  await inside.unsafe(`create extension pg_trgm; alter schema public owner to ${owner}`);
  await inside.end();
  await migrate(ownerUrl);
  await grantToApp(ownerUrl, appUrl);
  const own = secondPool(ownerUrl);
  await seedDatabase(own, []);
  db = secondPool(appUrl);
  // A server that was given keeps its roles: these two must not stay on it.
  afterAll(async () => {
    const last = postgres(url, { max: 1, onnotice: () => {} });
    await last.unsafe(
      `drop owned by ${quoted}; reassign owned by ${owner} to current_user; drop owned by ${owner}`,
    );
    await last.unsafe(`drop role ${quoted}; drop role ${owner}`);
    await last.end();
    await admin.end();
  });
});

describe('the role of the app', () => {
  it('can do all that the app does', async () => {
    const from = { ip: null, agent: null };
    const token = (await firstAdminToken(db))!;
    await createFirstAdmin(db, token, { name: 'A', email: 'a@example.test', hash: 'x' }, from);
    const by = { id: 'someone', from };
    const made = (await inviteUser(db, { name: 'E', email: 'e@example.test', role: 'editor' }, by))!;
    expect(await changeRole(db, made.id, 'reviewer', by)).toBe('done');
    const [event] = sampleEvents(1, 3);
    const slug = await createEvent(db, { ...event!, links: [] }, null);
    await updateEvent(db, slug, 1, { ...event!, links: [], title: 'Another' }, null);
    expect(await setArchived(db, slug, 2, true, null)).toEqual({ kind: 'saved', slug });
    // It looks up every key of an import, which the embedded server's user may leave out (sure-keys.ts).
    const file = [fromRow(2, { ...event!, links: [], title: 'From a file' })];
    const done = await importAll({ db, url: appUrl }, file);
    expect([done.problem, done.counts?.events.new]).toEqual([null, 1]);
    const { problems, rows } = await verifyAudit(db);
    expect(problems).toEqual([]);
    expect(rows).toBeGreaterThanOrEqual(6);
  });

  it.each([
    `update audit_log set who = 'x'`,
    `delete from audit_log`,
    `truncate audit_log`,
    `update audit_head set seq = 0`,
    `alter table audit_log disable trigger all`,
    `drop trigger audit_log_refuse on audit_log`,
    `set session_replication_role = replica`,
    `create or replace function public.audit_refuse() returns trigger language plpgsql as 'begin return new; end'`,
    `update event_changes set snapshot = '{}'`,
    `delete from event_changes`,
    `delete from events`,
    `delete from users`,
    `truncate events cascade`,
    `drop table sessions`,
    `alter table users add column x text`,
    `create table public.mine (x int)`,
    `create schema mine`,
    `select * from drizzle.__drizzle_migrations`,
    `copy users to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
    `create role another superuser`,
    `grant all on audit_log to public`,
    `set role ${owner}`,
  ])('can not: %s', async (statement) => {
    const refused = db.transaction((tx) => tx.execute(sql.raw(statement)));
    // "grant" by who may not is a warning to PostgreSQL, and changes nothing.
    if (statement.startsWith('grant')) await refused;
    else
      await expect(refused).rejects.toMatchObject({
        cause: { code: expect.stringMatching(/^42501|0L000$/) as string },
      });
    const [right] = await db.execute<{ may: boolean }>(
      sql`select has_table_privilege(current_user, 'audit_log', 'update, delete, truncate') as may`,
    );
    expect(right!.may).toBe(false);
  });

  it('is given its rights anew at each start, on tables that came since too', async () => {
    const own = secondPool(ownerUrl);
    await own.execute(sql`create table later (x int)`);
    await expect(db.execute(sql`select * from later`)).rejects.toMatchObject({ cause: { code: '42501' } });
    await grantToApp(ownerUrl, appUrl);
    await db.execute(sql`insert into later values (1)`);
  });

  it('must be another than the owner, be there, and be no administrator', async () => {
    const problem = async (url: string) => {
      const error: unknown = await grantToApp(ownerUrl, url).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StartProblem);
      return (error as Error).message;
    };
    expect(await problem(ownerUrl)).toContain('same user');
    expect(await problem(as(ownerUrl, 'nobody_there'))).toContain('is not there');
    expect(await problem(as(ownerUrl, new URL(inject('admin')).username))).toContain('administrator');
  });
});
