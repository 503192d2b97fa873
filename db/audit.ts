import { sql } from 'drizzle-orm';
import type { AuditAction } from '@/lib/audit-actions';
import type { Author, Origin } from '@/lib/author';
import type { Connection } from './client';
import { auditLog } from './schema-audit';
import { users } from './schema-auth';

/** One thing that was done. Never a password, a token or a secret in any of it. */
export interface AuditEntry {
  action: AuditAction;
  /** Who did it: a user (an id alone where nothing is known of from where), or null for Pillarwatch itself. */
  by: Author | string | null;
  /** What it was done to, as kind and name: event:some-slug, user:ID. */
  subject?: string;
  /** The dataset's revision that the write made; event_changes holds its snapshots. */
  revision?: number;
  before?: object;
  after?: object;
  /** What else is worth knowing, such as how many rows. */
  detail?: object;
  /** From where, for what was done by nobody who is signed in. */
  from?: Origin;
}

const LONGEST_AGENT = 300;
const jsonOf = (value: object | undefined) =>
  value === undefined ? null : sql`${JSON.stringify(value)}::jsonb`;

/**
 * Adds an entry to the audit trail, in the transaction of what it tells of, so that one is never without the other.
 * Make it the last statement of the transaction: it holds the end of the trail until that commits, and writers wait in
 * line for it. What takes the dataset's lock too (event-writes.ts) must take that first.
 */
export async function writeAudit(tx: Connection, entry: AuditEntry): Promise<void> {
  const author: Partial<Author> = typeof entry.by === 'string' ? { id: entry.by } : (entry.by ?? {});
  const { id = null, from = entry.from, key } = author;
  const name = id
    ? sql`coalesce((select ${users.email} from ${users} where ${users.id} = ${id}), ${id})`
    : sql`${entry.from ? 'nobody signed in' : 'Pillarwatch'}::text`;
  await tx.insert(auditLog).values({
    // The trigger gives number, time and hashes; it takes none from here.
    seq: 0,
    at: sql`now()`,
    previous: '',
    hash: '',
    userId: id,
    who: key === undefined ? name : sql`${name} || ${` with key ${key}`}::text`,
    ip: from?.ip ?? null,
    agent: from?.agent?.slice(0, LONGEST_AGENT) ?? null,
    action: entry.action,
    subject: entry.subject ?? null,
    revision: entry.revision ?? null,
    before: jsonOf(entry.before),
    after: jsonOf(entry.after),
    detail: jsonOf(entry.detail),
  });
}
