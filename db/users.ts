import { randomBytes } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Author, Origin } from '@/lib/author';
import type { UserRole } from '@/lib/permissions';
import { writeAudit } from './audit';
import type { Connection, Database, Transaction } from './client';
import { dropPasswordLink, makePasswordLink } from './password-links';
import { auditLog } from './schema-audit';
import { accounts, sessions, twoFactors, users } from './schema-auth';

/** A person as an admin sees them. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: UserRole;
  /** Active once there is a way in: a password, or an account elsewhere. */
  state: 'invited' | 'active' | 'deactivated';
  secondStep: boolean;
  lastSignIn: string | null;
  sessions: number;
}

// Tables are named: within a subquery drizzle leaves a column's own table out, and "id" would be the inner table's.
const hasWayIn = sql<boolean>`exists (select from ${accounts} where ${accounts}.user_id = ${users}.id)`;
const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  state: sql<UserRow['state']>`case when ${users.deactivatedAt} is not null then 'deactivated'
    when ${hasWayIn} then 'active' else 'invited' end`,
  secondStep: users.twoFactorEnabled,
  lastSignIn: sql<string | null>`(select max(${auditLog.at}) from ${auditLog}
    where ${auditLog}.user_id = ${users}.id and ${auditLog}.action = 'sign-in')`,
  sessions: sql<number>`(select count(*)::int from ${sessions}
    where ${sessions}.user_id = ${users}.id and ${sessions}.expires_at > now())`,
};

/** Everyone, by name. */
export async function listUsers(db: Database): Promise<UserRow[]> {
  return db.select(columns).from(users).orderBy(asc(users.name), asc(users.email));
}

export async function readUser(db: Connection, id: string): Promise<UserRow | null> {
  const [user] = await db.select(columns).from(users).where(eq(users.id, id));
  return user ?? null;
}

export async function userByEmail(db: Connection, email: string): Promise<UserRow | null> {
  const [user] = await db.select(columns).from(users).where(eq(users.email, email.trim().toLowerCase()));
  return user ?? null;
}

/** An invitation holds for a week, a link to a new password for a day. */
const INVITATION_HOURS = 7 * 24;
const RESET_HOURS = 24;
/** One that anybody can ask to be mailed. */
const ASKED_HOURS = 1;

/** Makes the person's account, without a way in, and the one-time token that gives them one; null where the address has one. */
export async function inviteUser(
  db: Database,
  person: { name: string; email: string; role: UserRole },
  by: Author,
): Promise<{ id: string; token: string } | null> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(users)
      .values({ id: randomBytes(16).toString('base64url'), ...person })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!made) return null;
    const token = await makePasswordLink(tx, made.id, INVITATION_HOURS);
    await writeAudit(tx, { action: 'user.invite', by, subject: `user:${made.id}`, after: person });
    return { id: made.id, token };
  });
}

/** What became of a change to a person. */
export type UserChange = 'done' | 'missing' | 'last-admin';

/** Admins who can sign in, other than this one. Their rows are locked, so that two admins can't remove each other at once. */
async function otherAdmins(tx: Transaction, id: string): Promise<number> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.deactivatedAt), hasWayIn))
    .orderBy(asc(users.id))
    .for('update');
  return admins.filter((admin) => admin.id !== id).length;
}

/** Gives the person another role. The last admin who can sign in stays one. */
export async function changeRole(db: Database, id: string, role: UserRole, by: Author): Promise<UserChange> {
  return db.transaction(async (tx) => {
    const others = await otherAdmins(tx, id);
    const user = await readUser(tx, id);
    if (!user) return 'missing';
    if (user.role === role) return 'done';
    if (user.role === 'admin' && user.state === 'active' && others === 0) return 'last-admin';
    await tx.update(users).set({ role, updatedAt: new Date() }).where(eq(users.id, id));
    const change = { before: { role: user.role }, after: { role } };
    await writeAudit(tx, { action: 'user.role', by, subject: `user:${id}`, ...change });
    return 'done';
  });
}

/** Lets the person sign in no more, and ends their sessions and links, or lets them in again. */
export async function setActive(db: Database, id: string, active: boolean, by: Author): Promise<UserChange> {
  return db.transaction(async (tx) => {
    const others = await otherAdmins(tx, id);
    const user = await readUser(tx, id);
    if (!user) return 'missing';
    if ((user.state !== 'deactivated') === active) return 'done';
    if (!active && user.role === 'admin' && user.state === 'active' && others === 0) return 'last-admin';
    await tx
      .update(users)
      .set({ deactivatedAt: active ? null : new Date(), updatedAt: new Date() })
      .where(eq(users.id, id));
    if (!active) {
      await tx.delete(sessions).where(eq(sessions.userId, id));
      await dropPasswordLink(tx, id);
    }
    const action = active ? 'user.reactivate' : 'user.deactivate';
    await writeAudit(tx, { action, by, subject: `user:${id}` });
    return 'done';
  });
}

/** A one-time token for a new password (or a first one), made by an admin; null where there is no such person, or they are deactivated. */
export async function makeUserLink(db: Database, id: string, by: Author): Promise<string | null> {
  return db.transaction(async (tx) => {
    const user = await readUser(tx, id);
    if (!user || user.state === 'deactivated') return null;
    const token = await makePasswordLink(tx, id, user.state === 'invited' ? INVITATION_HOURS : RESET_HOURS);
    await writeAudit(tx, { action: 'user.link', by, subject: `user:${id}` });
    return token;
  });
}

/** Takes the second step from somebody who has lost it. */
export async function removeSecondStep(db: Database, id: string, by: Author): Promise<UserChange> {
  return db.transaction(async (tx) => {
    const user = await readUser(tx, id);
    if (!user) return 'missing';
    await tx.delete(twoFactors).where(eq(twoFactors.userId, id));
    await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, id));
    await writeAudit(tx, { action: 'user.second-step-off', by, subject: `user:${id}` });
    return 'done';
  });
}

/** Gives the person another name. */
export async function renameUser(db: Database, id: string, name: string, by: Author): Promise<void> {
  await db.transaction(async (tx) => {
    const user = await readUser(tx, id);
    if (!user || user.name === name) return;
    await tx.update(users).set({ name, updatedAt: new Date() }).where(eq(users.id, id));
    const change = { before: { name: user.name }, after: { name } };
    await writeAudit(tx, { action: 'user.name', by, subject: `user:${id}`, ...change });
  });
}

/** Ends the link of whoever has this address, where there is one. */
export async function dropPasswordLinkOf(db: Database, email: string): Promise<void> {
  const user = await userByEmail(db, email);
  if (user) await dropPasswordLink(db, user.id);
}

/** True where the user may sign in. */
export async function isActive(db: Connection, id: string): Promise<boolean> {
  const user = await readUser(db, id);
  return user !== null && user.state !== 'deactivated';
}

/** A one-time token for whoever asks with this address, to be mailed to it; null where nobody active has it. */
export async function askForLink(
  db: Database,
  email: string,
  from: Origin,
): Promise<{ user: UserRow; token: string } | null> {
  return db.transaction(async (tx) => {
    const user = await userByEmail(tx, email);
    if (!user || user.state === 'deactivated') return null;
    const token = await makePasswordLink(tx, user.id, ASKED_HOURS);
    await writeAudit(tx, { action: 'user.link-mailed', by: null, from, subject: `user:${user.id}` });
    return { user, token };
  });
}
