import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createFirstAdmin, firstAdminToken } from '@/db/first-admin';
import { passwordLinkHolder } from '@/db/password-links';
import { changePassword, passwordHash, setPasswordByLink } from '@/db/passwords';
import { auditLog } from '@/db/schema-audit';
import { sessions, users, verifications } from '@/db/schema-auth';
import { endSessions, listSessions } from '@/db/sessions';
import {
  askForLink,
  changeRole,
  inviteUser,
  isActive,
  listUsers,
  makeUserLink,
  readUser,
  setActive,
} from '@/db/users';
import type { UserRole } from '@/lib/permissions';
import { secondPool, testDatabase } from '../setup/database';

const from = { ip: '192.0.2.9', agent: 'test' };
let db: Database;
let url: string;
let n = 0;

beforeAll(async () => {
  ({ db, url } = await testDatabase());
});
beforeEach(async () => {
  await db.delete(sessions);
  await db.delete(users);
});

/** A person with a password, as one who took up an invitation. */
async function person(role: UserRole): Promise<{ id: string; from: typeof from }> {
  const boss = { id: 'nobody', from };
  const made = (await inviteUser(db, { name: `P${++n}`, email: `p${n}@example.test`, role }, boss))!;
  expect(await setPasswordByLink(db, made.id, made.token, 'hash', from)).toBe(true);
  return { id: made.id, from };
}

async function signedIn(userId: string): Promise<string> {
  const id = `s${++n}`;
  const expiresAt = new Date(Date.now() + 60_000);
  await db.insert(sessions).values({ id, token: id, userId, expiresAt });
  return id;
}

describe('the first admin', () => {
  it('is made once with the token, and has a password', async () => {
    const token = (await firstAdminToken(db))!;
    const who = { name: 'Ada', email: 'ada@example.test', hash: 'h' };
    const results = await Promise.all([1, 2, 3].map(() => createFirstAdmin(db, token, who, from)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await listUsers(db)).toMatchObject([
      { email: 'ada@example.test', role: 'admin', state: 'active' },
    ]);
    expect(await firstAdminToken(db)).toBeNull();
  });
});

describe('an invitation', () => {
  const ed = { name: 'Ed', email: 'ed@example.test', role: 'editor' as const };

  it('gives a way in once, to whom it was made for', async () => {
    const admin = await person('admin');
    const { id, token } = (await inviteUser(db, ed, admin))!;
    expect(await passwordLinkHolder(db, token)).toEqual({ id, name: 'Ed', email: ed.email, invited: true });
    expect((await readUser(db, id))!.state).toBe('invited');
    const results = await Promise.all([1, 2, 3].map((i) => setPasswordByLink(db, id, token, `h${i}`, from)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await readUser(db, id)).toMatchObject({ state: 'active', role: 'editor' });
    expect(await passwordLinkHolder(db, token)).toBeNull();
    expect(await setPasswordByLink(db, id, token, 'other', from)).toBe(false);
  });

  it('is not made where the address has an account', async () => {
    const admin = await person('admin');
    const both = await Promise.all([inviteUser(db, ed, admin), inviteUser(db, ed, admin)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it('does not open another account, nor one that is deactivated, nor when it is old', async () => {
    const admin = await person('admin');
    const one = (await inviteUser(db, ed, admin))!;
    const other = await person('editor');
    expect(await setPasswordByLink(db, other.id, one.token, 'stolen', from)).toBe(false);
    await db.update(verifications).set({ expiresAt: new Date(0) });
    expect(await passwordLinkHolder(db, one.token)).toBeNull();
    const token = (await makeUserLink(db, one.id, admin))!;
    expect(await passwordLinkHolder(db, token)).not.toBeNull();
    await setActive(db, one.id, false, admin);
    expect(await passwordLinkHolder(db, token)).toBeNull();
    expect(await makeUserLink(db, one.id, admin)).toBeNull();
    expect(await askForLink(db, ed.email, from)).toBeNull();
  });

  it('keeps only a hash of the token', async () => {
    const { token } = (await inviteUser(db, ed, await person('admin')))!;
    const rows = await db.select().from(verifications);
    expect(JSON.stringify(rows)).not.toContain(token);
    const trail = await db.select().from(auditLog);
    expect(JSON.stringify(trail)).not.toContain(token);
  });

  it('ends an earlier link', async () => {
    const admin = await person('admin');
    const { id, token } = (await inviteUser(db, ed, admin))!;
    await makeUserLink(db, id, admin);
    expect(await passwordLinkHolder(db, token)).toBeNull();
  });
});

describe('the last admin', () => {
  it('can be neither demoted nor deactivated, an invited one does not count', async () => {
    const admin = await person('admin');
    await inviteUser(db, { name: 'New', email: 'new@example.test', role: 'admin' }, admin);
    expect(await changeRole(db, admin.id, 'editor', admin)).toBe('last-admin');
    expect(await setActive(db, admin.id, false, admin)).toBe('last-admin');
    expect(await readUser(db, admin.id)).toMatchObject({ role: 'admin', state: 'active' });
  });

  it('stays when two admins remove each other at once', async () => {
    const other = secondPool(url);
    for (let i = 0; i < 10; i++) {
      const [a, b] = [await person('admin'), await person('admin')];
      const results = await Promise.all([
        i % 2 ? setActive(db, a.id, false, b) : changeRole(db, a.id, 'reader', b),
        changeRole(other, b.id, 'editor', a),
      ]);
      expect(results.toSorted()).toEqual(['done', 'last-admin']);
      await db.delete(users);
    }
  });
});

describe('changes to people', () => {
  it('are in the audit trail with before and after, and by whom', async () => {
    const [admin, ed] = [await person('admin'), await person('editor')];
    await changeRole(db, ed.id, 'reviewer', admin);
    const [row] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'user.role'), eq(auditLog.subject, `user:${ed.id}`)));
    expect(row).toMatchObject({
      userId: admin.id,
      ip: from.ip,
      before: { role: 'editor' },
      after: { role: 'reviewer' },
    });
    await changeRole(db, ed.id, 'reviewer', admin);
    const again = await db.select().from(auditLog).where(eq(auditLog.action, 'user.role'));
    expect(again.filter(({ subject }) => subject === `user:${ed.id}`)).toHaveLength(1);
  });

  it('deactivating ends sessions, and keeps the account', async () => {
    const [admin, ed] = [await person('admin'), await person('editor')];
    await signedIn(ed.id);
    await setActive(db, ed.id, false, admin);
    expect(await listSessions(db, ed.id)).toEqual([]);
    expect(await isActive(db, ed.id)).toBe(false);
    await setActive(db, ed.id, true, admin);
    expect(await isActive(db, ed.id)).toBe(true);
    expect(await passwordHash(db, ed.id)).toBe('hash');
  });
});

describe('sessions', () => {
  it('are listed and ended, one, the others, all; nobody else’s', async () => {
    const [ed, other] = [await person('editor'), await person('editor')];
    const [a, b, c] = [await signedIn(ed.id), await signedIn(ed.id), await signedIn(ed.id)];
    const foreign = await signedIn(other.id);
    expect((await readUser(db, ed.id))!.sessions).toBe(3);
    expect(await endSessions(db, ed.id, { only: foreign }, ed)).toBe(0);
    expect(await endSessions(db, ed.id, { only: a }, ed)).toBe(1);
    expect((await listSessions(db, ed.id)).map(({ id }) => id).toSorted()).toEqual([b, c].toSorted());
    expect(await endSessions(db, ed.id, { keep: b }, ed)).toBe(1);
    expect(await endSessions(db, ed.id, { keep: null }, ed)).toBe(1);
    expect((await listSessions(db, other.id)).map(({ id }) => id)).toEqual([foreign]);
  });

  it('end with a new password, but for the one that set it', async () => {
    const ed = await person('editor');
    const [here] = [await signedIn(ed.id), await signedIn(ed.id)];
    await changePassword(db, 'new-hash', here, ed);
    expect((await listSessions(db, ed.id)).map(({ id }) => id)).toEqual([here]);
    const { token } = (await askForLink(db, (await readUser(db, ed.id))!.email, from))!;
    await setPasswordByLink(db, ed.id, token, 'newer', from);
    expect(await listSessions(db, ed.id)).toEqual([]);
  });

  it('do not count once they are over', async () => {
    const ed = await person('editor');
    await signedIn(ed.id);
    await db.execute(sql`update sessions set expires_at = now() - interval '1 second'`);
    expect(await listSessions(db, ed.id)).toEqual([]);
    expect((await readUser(db, ed.id))!.sessions).toBe(0);
  });
});
