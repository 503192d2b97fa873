import { and, desc, eq, gte, ilike, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { AuditQuery } from '@/lib/audit-query';
import type { Database } from './client';
import { endOfDay, startOfDay } from './london-days';
import { eventChanges, events } from './schema';
import { auditLog as log, auditWords } from './schema-audit';
import { users } from './schema-auth';

/** An entry as it is shown. */
export interface AuditRow {
  seq: number;
  at: string;
  who: string;
  ip: string | null;
  agent: string | null;
  action: string;
  subject: string | null;
  /** The address of the user whom it was done to. */
  subjectUser: string | null;
  before: unknown;
  after: unknown;
  detail: unknown;
  hash: string;
}

const columns = {
  seq: log.seq,
  at: log.at,
  who: log.who,
  ip: log.ip,
  agent: log.agent,
  action: log.action,
  subject: log.subject,
  subjectUser: sql<string | null>`(select ${users}.email from ${users}
    where 'user:' || ${users}.id = ${log}.subject)`,
  before: log.before,
  after: log.after,
  detail: log.detail,
  hash: log.hash,
};

/** Each word by its beginning, all of them: 'ada':* & 'wales':*. */
function prefixQuery(words: string): SQL | undefined {
  const parts = words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (parts.length === 0) return undefined;
  const text = parts.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}':*`).join(' & ');
  return sql`${auditWords(log)} @@ to_tsquery('simple', ${text})`;
}

/** What tells of an event: entries of its own, and those of the bulk writes that it was part of. */
function ofEvent(db: Database, slug: string): SQL {
  const revisions = db
    .select({ revision: eventChanges.revision })
    .from(eventChanges)
    .innerJoin(events, eq(events.id, eventChanges.eventId))
    .where(eq(events.slug, slug));
  return or(eq(log.subject, `event:${slug}`), inArray(log.revision, revisions))!;
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** The entries that pass, newest first, at most `limit` of them and below number `below` where it is given. */
export async function searchAudit(
  db: Database,
  query: AuditQuery,
  below: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const { who, action, from, to, event, words } = query;
  return db
    .select(columns)
    .from(log)
    .where(
      and(
        below === null ? undefined : lt(log.seq, below),
        who === null ? undefined : ilike(log.who, `%${escaped(who)}%`),
        action === null ? undefined : eq(log.action, action),
        from === null ? undefined : gte(log.at, startOfDay(from)),
        to === null ? undefined : lt(log.at, endOfDay(to)),
        event === null ? undefined : ofEvent(db, event),
        words === null ? undefined : prefixQuery(words),
      ),
    )
    .orderBy(desc(log.seq))
    .limit(limit);
}
