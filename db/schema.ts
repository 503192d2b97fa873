import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { EventInput } from '@/lib/event';
import { placeKinds } from '@/lib/places';
import * as vocabulary from '@/lib/vocabulary';
import { users } from './schema-auth';

/** Events and all that belongs to them. db/README.md explains every table and column; accounts are in schema-auth.ts. */

export const pillarEnum = pgEnum('pillar', vocabulary.pillars);
export const eventTypeEnum = pgEnum('event_type', vocabulary.eventTypes);
export const precisionEnum = pgEnum('date_precision', vocabulary.precisions);
export const confidenceEnum = pgEnum('confidence', vocabulary.confidences);
export const roleEnum = pgEnum('actor_role', vocabulary.roles);
export const measureEnum = pgEnum('measure', vocabulary.measures);
export const statusEnum = pgEnum('event_status', vocabulary.statuses);
export const markingEnum = pgEnum('marking', vocabulary.markings);
export const placeKindEnum = pgEnum('place_kind', placeKinds);
export const changeKindEnum = pgEnum('change_kind', ['create', 'update', 'archive', 'restore']);

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const day = (name: string) => date(name, { mode: 'string' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const places = pgTable('places', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  kind: placeKindEnum('kind').notNull(),
  parent: text('parent'),
  path: text('path').notNull().unique('places_path_unique'),
});

export const articles = pgTable('articles', {
  key: text('key').primaryKey(),
  author: text('author').notNull(),
  title: text('title').notNull(),
  outlet: text('outlet').notNull(),
  publishedOn: day('published_on'),
  publishedText: text('published_text').notNull(),
  url: text('url'),
  licence: text('licence'),
});

export const sourceSets = pgTable(
  'source_sets',
  {
    key: text('key').primaryKey(),
    /** What the in-memory index carries; given once, never changed. */
    number: smallint('number').notNull().unique('source_sets_number_unique'),
    title: text('title').notNull(),
    description: text('description').notNull(),
    attribution: text('attribution'),
    licence: text('licence'),
    url: text('url'),
    /** True for a set that others are read against (lockdown spells), and which is not the record's own news. */
    reference: boolean('reference').notNull(),
  },
  (t) => [check('source_sets_number_is_a_byte', sql`${t.number} between 0 and 255`)],
);

export const events = pgTable(
  'events',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique('events_slug_unique'),
    sourceSet: text('source_set')
      .notNull()
      .references(() => sourceSets.key),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    precision: precisionEnum('precision').notNull(),
    dateText: text('date_text'),
    type: eventTypeEnum('type').notNull(),
    pillars: pillarEnum('pillars').array().notNull(),
    region: text('region')
      .notNull()
      .references(() => places.code),
    locality: text('locality'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    origin: text('origin').references(() => places.code),
    confidence: confidenceEnum('confidence').notNull(),
    marking: markingEnum('marking').notNull().default('OFFICIAL'),
    tags: text('tags').array().notNull().default([]),
    status: statusEnum('status').notNull().default('published'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'set null' }),
    updatedBy: text('updated_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    check('events_span_ordered', sql`${t.startsOn} <= ${t.endsOn}`),
    check('events_reported_is_one_day', sql`${t.precision} <> 'reported' or ${t.startsOn} = ${t.endsOn}`),
    check('events_has_pillar', sql`cardinality(${t.pillars}) between 1 and 4`),
    check('events_title_length', sql`char_length(${t.title}) between 1 and 90`),
    check('events_coordinates_paired', sql`(${t.latitude} is null) = (${t.longitude} is null)`),
    check('events_coordinates_on_earth', sql`abs(${t.latitude}) <= 90 and abs(${t.longitude}) <= 180`),
    index('events_by_start').on(t.status, t.startsOn, t.id),
    index('events_by_end').on(t.endsOn),
    index('events_by_region').on(t.region),
    index('events_by_set').on(t.sourceSet),
    index('events_by_update').on(t.updatedAt, t.id),
    // Of what is not published there is little, and it is looked for by status.
    index('events_unpublished')
      .on(t.status, t.updatedAt, t.id)
      .where(sql`${t.status} <> 'published'`),
    index('events_crossing')
      .on(t.origin, t.region)
      .where(sql`${t.status} = 'published' and ${t.origin} is not null`),
    index('events_lockdowns')
      .on(t.region, t.startsOn)
      .where(sql`${t.type} = 'lockdown' and ${t.precision} = 'day'`),
    index('events_by_title_trigrams').using('gin', sql`${t.title} gin_trgm_ops`),
  ],
);

/** Apart from the events and narrow, so that a common word's matches are read from few pages. */
export const eventSearch = pgTable(
  'event_search',
  {
    eventId: integer('event_id')
      .primaryKey()
      .references(() => events.id, { onDelete: 'cascade' }),
    words: tsvector('words').notNull(),
  },
  (t) => [index('event_search_by_words').using('gin', t.words)],
);

export const eventActors = pgTable(
  'event_actors',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    role: roleEnum('role').notNull(),
  },
  (t) => [
    primaryKey({ name: 'event_actors_key', columns: [t.eventId, t.position] }),
    index('event_actors_by_name').on(t.name, t.eventId),
  ],
);

export const eventMeasures = pgTable(
  'event_measures',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    measure: measureEnum('measure').notNull(),
    value: doublePrecision('value').notNull(),
    unit: text('unit').notNull(),
  },
  (t) => [primaryKey({ name: 'event_measures_key', columns: [t.eventId, t.position] })],
);

export const eventSources = pgTable(
  'event_sources',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    title: text('title').notNull(),
    author: text('author'),
    publisher: text('publisher'),
    url: text('url'),
    archiveUrl: text('archive_url'),
    publishedOn: day('published_on'),
    accessedOn: day('accessed_on'),
    article: text('article').references(() => articles.key),
    page: text('page'),
    paragraph: integer('paragraph'),
    footnote: integer('footnote'),
    quotation: text('quotation'),
    reliability: char('reliability', { length: 1, enum: vocabulary.reliabilities }),
    credibility: char('credibility', { length: 1, enum: vocabulary.credibilities }),
    licence: text('licence'),
  },
  (t) => [
    primaryKey({ name: 'event_sources_key', columns: [t.eventId, t.position] }),
    check('event_sources_reliability_known', sql`${t.reliability} in ('A','B','C','D','E','F')`),
    check('event_sources_credibility_known', sql`${t.credibility} in ('1','2','3','4','5','6')`),
    index('event_sources_by_article').on(t.article, t.eventId),
  ],
);

export const eventExternalIds = pgTable(
  'event_external_ids',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
  },
  (t) => [
    primaryKey({ name: 'event_external_ids_key', columns: [t.eventId, t.scheme, t.value] }),
    unique('event_external_ids_unique').on(t.scheme, t.value),
  ],
);

export const eventLinks = pgTable(
  'event_links',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    linkedId: integer('linked_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ name: 'event_links_key', columns: [t.eventId, t.linkedId] }),
    check('event_links_not_itself', sql`${t.eventId} <> ${t.linkedId}`),
  ],
);

export const eventChanges = pgTable(
  'event_changes',
  {
    revision: bigint('revision', { mode: 'number' }).notNull(),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id),
    version: integer('version').notNull(),
    kind: changeKindEnum('kind').notNull(),
    /** The event as it stood after the change, so that the record can be read as known on any day. */
    snapshot: jsonb('snapshot').$type<EventInput>().notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    /** Null for the seed alone: who has written a change cannot be deleted, or it would look like the seed's. */
    changedBy: text('changed_by').references(() => users.id, { onDelete: 'restrict' }),
  },
  (t) => [
    primaryKey({ name: 'event_changes_key', columns: [t.revision, t.eventId] }),
    unique('event_changes_version_unique').on(t.eventId, t.version),
    // Which revision was the last of a day.
    index('event_changes_by_time').on(t.changedAt, t.revision),
  ],
);

export const dataset = pgTable(
  'dataset',
  {
    only: boolean('only').primaryKey().default(true),
    revision: bigint('revision', { mode: 'number' }).notNull(),
  },
  (t) => [check('dataset_is_one_row', sql`${t.only}`)],
);
