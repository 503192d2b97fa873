import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { events } from './schema';
import { users } from './schema-auth';
import { indicators } from './schema-indicators';

/** How events bear on the questions of indicators. Rows are only added: the last of an indicator and an event holds. */
export const evidence = pgTable(
  'evidence',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.slug),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id),
    bearing: text('bearing', { enum: ['supports', 'against', 'context', 'withdrawn'] }).notNull(),
    note: text('note').notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
  },
  (t) => [
    check('evidence_bearing_known', sql`${t.bearing} in ('supports', 'against', 'context', 'withdrawn')`),
    check('evidence_note_length', sql`char_length(${t.note}) between 1 and 500`),
    index('evidence_by_indicator').on(t.indicator, t.eventId, t.id),
    index('evidence_by_event').on(t.eventId, t.indicator, t.id),
  ],
);
