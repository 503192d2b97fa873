import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AlertMessage } from '@/lib/alerts/alert-message';
import type { Said } from '@/lib/indicators/status-moves';
import { users } from './schema-auth';
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

/** Who is told of changes, as admins entered it. */
export const alertSubscriptions = pgTable(
  'alert_subscriptions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind', { enum: ['mail', 'webhook'] }).notNull(),
    target: text('target').notNull(),
    /** Of a webhook, encrypted: signing needs it back. */
    secret: text('secret'),
    /** None for all. */
    indicators: text('indicators').array().notNull(),
    statuses: text('statuses', { enum: ['normal', 'raised', 'high', 'unknown'] })
      .array()
      .notNull(),
    enabled: boolean('enabled').notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    check('alert_subscriptions_kind_known', sql`${t.kind} in ('mail', 'webhook')`),
    check('alert_subscriptions_secret_of_webhook', sql`(${t.kind} = 'webhook') = (${t.secret} is not null)`),
    check('alert_subscriptions_has_status', sql`cardinality(${t.statuses}) > 0`),
  ],
);

/** What is to be told to whom, and what became of it: written with the change, sent after. */
export const alertDeliveries = pgTable(
  'alert_deliveries',
  {
    /** The webhook-id: the same for every try. */
    id: uuid('id').primaryKey().defaultRandom(),
    subscription: integer('subscription')
      .notNull()
      .references(() => alertSubscriptions.id, { onDelete: 'cascade' }),
    /** Null for a test. */
    change: integer('change').references(() => indicatorChanges.id),
    /** The e-mail that it is told in, with what else changed then; null for a webhook, and before the first try. */
    mail: uuid('mail'),
    /** As text, so that each try sends the same letters. */
    message: json('message').$type<AlertMessage>().notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'dead'] })
      .notNull()
      .default('waiting'),
    attempts: smallint('attempts').notNull().default(0),
    /** While it waits: when it is tried next, or when a try that was never heard of again is taken as failed. */
    nextAt: instant('next_at').notNull().defaultNow(),
    triedAt: instant('tried_at'),
    /** What the receiver answered last: a status of HTTP or of SMTP. */
    code: smallint('code'),
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    check('alert_deliveries_state_known', sql`${t.state} in ('waiting', 'sent', 'dead')`),
    unique('alert_deliveries_once').on(t.change, t.subscription),
    index('alert_deliveries_waiting')
      .on(t.nextAt)
      .where(sql`${t.state} = 'waiting'`),
    index('alert_deliveries_by_time').on(t.createdAt, t.id),
    index('alert_deliveries_by_subscription').on(t.subscription),
  ],
);
