import { sql, type SQL } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';

/**
 * The audit trail. A trigger numbers each row and chains it to the one before; others refuse every change (their SQL is
 * in the migration audit-chain). db/README.md explains every column.
 */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** The words of a row as they are searched: who, what it was done to, and what stood and stands there. */
export function auditWords(t: Record<'who' | 'subject' | 'before' | 'after' | 'detail', AnyPgColumn>): SQL {
  const texts = sql.raw(`'["string", "numeric"]'`);
  const json = (column: AnyPgColumn) => sql`jsonb_to_tsvector('simple', coalesce(${column}, '{}'), ${texts})`;
  return sql`(to_tsvector('simple', ${t.who} || ' ' || coalesce(${t.subject}, ''))
    || ${json(t.before)} || ${json(t.after)} || ${json(t.detail)})`;
}

export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** Not a foreign key: the trail outlives whom it tells of. */
    userId: text('user_id'),
    who: text('who').notNull(),
    ip: text('ip'),
    agent: text('agent'),
    action: text('action').notNull(),
    subject: text('subject'),
    revision: bigint('revision', { mode: 'number' }),
    before: jsonb('before'),
    after: jsonb('after'),
    detail: jsonb('detail'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_log_by_user').on(t.userId, t.seq),
    index('audit_log_by_action').on(t.action, t.seq),
    index('audit_log_by_subject').on(t.subject, t.seq),
    index('audit_log_by_revision')
      .on(t.revision)
      .where(sql`${t.revision} is not null`),
    index('audit_log_by_at').on(t.at),
    index('audit_log_by_words').using('gin', auditWords(t)),
  ],
);

export const auditHead = pgTable(
  'audit_head',
  {
    only: boolean('only').primaryKey().default(true),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [check('audit_head_is_one_row', sql`${t.only}`)],
);
