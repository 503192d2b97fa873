import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { pillarEnum, places } from './schema';
import { users } from './schema-auth';

/** Monthly assessments by place and pillar. Rows are only added: the last of a month, place and pillar holds. */
export const assessments = pgTable(
  'assessments',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    month: date('month', { mode: 'string' }).notNull(),
    place: text('place')
      .notNull()
      .references(() => places.code),
    pillar: pillarEnum('pillar').notNull(),
    trend: text('trend', { enum: ['deteriorated', 'improved', 'unchanged', 'withdrawn'] }).notNull(),
    reason: text('reason').notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
  },
  (t) => [
    check(
      'assessments_trend_known',
      sql`${t.trend} in ('deteriorated', 'improved', 'unchanged', 'withdrawn')`,
    ),
    check('assessments_month_is_first_day', sql`extract(day from ${t.month}) = 1`),
    check('assessments_reason_length', sql`char_length(${t.reason}) between 1 and 300`),
    index('assessments_by_subject').on(t.month, t.place, t.pillar, t.id),
  ],
);
