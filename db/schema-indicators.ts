import { boolean, doublePrecision, integer, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import { articles, measureEnum, pillarEnum } from './schema';
import { users } from './schema-auth';
import { series } from './schema-series';

/** Questions that are watched; what they say is computed from the record each time. What they said is in schema-alerts.ts. */
export const indicators = pgTable('indicators', {
  slug: text('slug').primaryKey(),
  position: smallint('position').notNull(),
  question: text('question').notNull(),
  why: text('why').notNull(),
  article: text('article').references(() => articles.key),
  paragraph: integer('paragraph'),
  pillar: pillarEnum('pillar').notNull(),
  query: text('query').notNull(),
  measure: text('measure', { enum: ['events', 'sum', 'last', 'series'] }).notNull(),
  counted: measureEnum('counted'),
  unit: text('unit'),
  series: text('series').references(() => series.key),
  period: text('period', { enum: ['week', 'month', 'quarter', 'year'] }).notNull(),
  method: text('method', { enum: ['ears-c2', 'farrington', 'change'] }).notNull(),
  baseline: smallint('baseline').notNull(),
  raised: doublePrecision('raised').notNull(),
  high: doublePrecision('high').notNull(),
  direction: text('direction', { enum: ['up', 'down', 'both'] }).notNull(),
  retired: boolean('retired').notNull().default(false),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  /** Null for what came with the product and nobody has changed. */
  updatedBy: text('updated_by').references(() => users.id, { onDelete: 'set null' }),
});
