import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { EventInput } from '@/lib/event';
import { events } from './schema';
import { users } from './schema-auth';

/** The editors' desk: changes that are proposed to published events, what people say of events, and who has one open. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const person = (name: string) => text(name).references(() => users.id, { onDelete: 'restrict' });

export const proposalStateEnum = pgEnum('proposal_state', ['open', 'accepted', 'returned']);

export const eventProposals = pgTable(
  'event_proposals',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** The version that the change was made over. */
    baseVersion: integer('base_version').notNull(),
    proposed: jsonb('proposed').$type<EventInput>().notNull(),
    proposedBy: person('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull().defaultNow(),
    state: proposalStateEnum('state').notNull().default('open'),
    decidedBy: person('decided_by'),
    decidedAt: instant('decided_at'),
    comment: text('comment'),
  },
  (t) => [
    check('event_proposals_decided', sql`(${t.state} = 'open') = (${t.decidedBy} is null)`),
    index('event_proposals_by_event').on(t.eventId),
    // One a person and event: who changes it again changes what they proposed.
    uniqueIndex('event_proposals_one_open')
      .on(t.eventId, t.proposedBy)
      .where(sql`${t.state} = 'open'`),
  ],
);

export const eventComments = pgTable(
  'event_comments',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    writtenBy: person('written_by').notNull(),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (t) => [index('event_comments_by_event').on(t.eventId, t.id)],
);

/** Who has the form of an event open. Nothing of it is kept: a row is gone once its form is, or soon after. */
export const openForms = pgTable(
  'open_forms',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    since: instant('since').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'open_forms_pkey', columns: [t.eventId, t.userId] })],
);
