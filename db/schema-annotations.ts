import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { pillarEnum, places } from './schema';
import { users } from './schema-auth';

/** Notes by editors on days of the charts. */
export const annotations = pgTable(
  'annotations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    text: text('text').notNull(),
    place: text('place').references(() => places.code),
    pillar: pillarEnum('pillar'),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** Taken off the charts since then; kept for the record as known before. */
    removedAt: timestamp('removed_at', { withTimezone: true, mode: 'string' }),
  },
  (t) => [
    check('annotations_span_ordered', sql`${t.startsOn} <= ${t.endsOn}`),
    check('annotations_text_length', sql`char_length(${t.text}) between 1 and 200`),
    index('annotations_by_start').on(t.startsOn),
  ],
);
