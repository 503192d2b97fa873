import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Said } from '@/lib/indicators/status-moves';
import { indicators } from './schema-indicators';

/** What indicators have said, and who is told of it. db/README.md explains every table and column. */

const day = (name: string) => date(name, { mode: 'string' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const statusOf = (name: string) => text(name, { enum: ['normal', 'raised', 'high', 'unknown'] });
const sideOf = (name: string) => smallint(name).$type<-1 | 0 | 1>();

/** What was last said of each indicator; its lock puts evaluators in line. */
export const indicatorStates = pgTable('indicator_states', {
  indicator: text('indicator')
    .primaryKey()
    .references(() => indicators.slug, { onDelete: 'cascade' }),
  /** The state of the record, and the day, that it was last evaluated on. */
  revision: bigint('revision', { mode: 'number' }).notNull(),
  day: day('day').notNull(),
  definition: text('definition').notNull(),
  said: jsonb('said').$type<Said[]>().notNull(),
  readingsHash: text('readings_hash').notNull(),
  /** Null as long as nothing was said. */
  status: statusOf('status'),
  side: sideOf('side'),
});

/** Changes of what an indicator says of a period; rows are only added. */
export const indicatorChanges = pgTable(
  'indicator_changes',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    indicator: text('indicator')
      .notNull()
      .references(() => indicators.slug),
    kind: text('kind', { enum: ['begun', 'alert', 'revised', 'redefined'] }).notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    title: text('title').notNull(),
    fromStatus: statusOf('from_status'),
    fromSide: sideOf('from_side'),
    status: statusOf('status').notNull(),
    side: sideOf('side').notNull(),
    reason: text('reason').notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    noticedAt: instant('noticed_at').notNull().defaultNow(),
  },
  (t) => [
    check('indicator_changes_from_paired', sql`(${t.fromStatus} is null) = (${t.fromSide} is null)`),
    check('indicator_changes_first_has_no_from', sql`(${t.kind} = 'begun') = (${t.fromStatus} is null)`),
    index('indicator_changes_by_indicator').on(t.indicator, t.id),
  ],
);
