import { sql } from 'drizzle-orm';
import { check, date, doublePrecision, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { pillarEnum, places } from './schema';
import { users } from './schema-auth';

/** Series of official statistics: numbers by period, beside the events. */
export const series = pgTable('series', {
  key: text('key').primaryKey(),
  title: text('title').notNull(),
  unit: text('unit').notNull(),
  description: text('description').notNull(),
  geography: text('geography').notNull(),
  region: text('region').references(() => places.code),
  pillar: pillarEnum('pillar'),
  publisher: text('publisher').notNull(),
  url: text('url'),
  licence: text('licence'),
  standing: text('standing'),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  /** Null for what came with the product and nobody has changed: only that is brought up to date at a start. */
  updatedBy: text('updated_by').references(() => users.id, { onDelete: 'set null' }),
});

export const observations = pgTable(
  'observations',
  {
    series: text('series')
      .notNull()
      .references(() => series.key, { onDelete: 'cascade' }),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    value: doublePrecision('value'),
    low: doublePrecision('low'),
    high: doublePrecision('high'),
    marks: text('marks').array().notNull().default([]),
    source: text('source'),
    url: text('url'),
    publishedOn: date('published_on', { mode: 'string' }),
    note: text('note'),
  },
  (t) => [
    primaryKey({ name: 'observations_key', columns: [t.series, t.startsOn, t.endsOn] }),
    check('observations_period_ordered', sql`${t.startsOn} <= ${t.endsOn}`),
    check('observations_interval_ordered', sql`${t.low} <= ${t.high}`),
    check('observations_gap_is_marked', sql`${t.value} is not null or cardinality(${t.marks}) > 0`),
  ],
);
