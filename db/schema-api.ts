import { sql } from 'drizzle-orm';
import { check, index, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { users } from './schema-auth';

/** Keys by which programs write, and what they were answered. db/README.md explains every table and column. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The first characters of the secret, by which people tell keys apart. */
    start: text('start').notNull(),
    /** SHA-256 of the secret, which has 256 bits of chance: no salt and no slow hash make that harder to guess. */
    hash: text('hash').notNull().unique('api_keys_hash_unique'),
    scopes: text('scopes').array().notNull(),
    /** Who answers for it: it can do no more than they may. */
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [check('api_keys_name_length', sql`char_length(${t.name}) between 1 and 80`)],
);

export const apiRequests = pgTable(
  'api_requests',
  {
    keyId: text('key_id')
      .notNull()
      .references(() => apiKeys.id, { onDelete: 'cascade' }),
    /** What the program named the request: Idempotency-Key. */
    name: text('name').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** As text, so that it is answered again to the letter. */
    answer: json('answer').$type<object>(),
    madeAt: instant('made_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'api_requests_key', columns: [t.keyId, t.name] }),
    index('api_requests_by_time').on(t.madeAt),
  ],
);
