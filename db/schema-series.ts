import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Observation, Series } from '@/lib/series/series';
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

/** A series with its numbers, as a snapshot keeps it. */
export type SeriesSnapshot = Series & { observations: Observation[] };

/** Every series as each write left it, so that it can be read as known on any day. */
export const seriesChanges = pgTable(
  'series_changes',
  {
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** Not a foreign key: a series that is gone was there. */
    series: text('series').notNull(),
    /** Null where the write took it away. */
    snapshot: jsonb('snapshot').$type<SeriesSnapshot>(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    changedBy: text('changed_by').references(() => users.id, { onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ name: 'series_changes_key', columns: [t.series, t.revision] }),
    // Which revision was the last of a day.
    index('series_changes_by_time').on(t.changedAt, t.revision),
  ],
);
