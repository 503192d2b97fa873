import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { EventInput } from '@/lib/event';
import { importStates, verdicts, type ImportCounts, type SkippedRows } from '@/lib/import/import-counts';
import type { RuleBook } from '@/lib/import/mapping';
import type { CellProblem } from '@/lib/import/outcome';
import { encodings } from '@/lib/import/text-encoding';
import { events, sourceSets, statusEnum, tsvector } from './schema';
import { users } from './schema-auth';

/** Imports of files, from the upload to the undo. db/README.md explains every table and column. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const person = (name: string) => text(name).references(() => users.id, { onDelete: 'restrict' });

export const importStateEnum = pgEnum('import_state', importStates);
export const importVerdictEnum = pgEnum('import_verdict', verdicts);
export const importWriteEnum = pgEnum('import_write', ['created', 'changed', 'archived', 'put_back']);

export const imports = pgTable(
  'imports',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    fileName: text('file_name').notNull(),
    /** Name of the file in the folder of uploads, made by us; null once it is gone. */
    storedAs: text('stored_as'),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    format: text('format'),
    /** Of a text, as it was found when the file was first looked at, or as a person then said. */
    encoding: text('encoding', { enum: encodings }),
    delimiter: text('delimiter'),
    /** Names of the columns, in the order of the file. */
    columns: jsonb('columns').$type<string[]>(),
    mapping: jsonb('mapping').$type<unknown>(),
    sourceSet: text('source_set').references(() => sourceSets.key),
    newStatus: statusEnum('new_status').notNull().default('in_review'),
    state: importStateEnum('state').notNull().default('uploaded'),
    step: text('step'),
    rowsDone: integer('rows_done').notNull().default(0),
    bytesDone: bigint('bytes_done', { mode: 'number' }).notNull().default(0),
    startedAt: instant('started_at'),
    cancel: boolean('cancel').notNull().default(false),
    counts: jsonb('counts').$type<ImportCounts>(),
    /** The revision of the record that the check compared with; null before the first. */
    checkedRevision: bigint('checked_revision', { mode: 'number' }),
    skipped: jsonb('skipped').$type<SkippedRows[]>(),
    problem: text('problem'),
    revision: bigint('revision', { mode: 'number' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    createdBy: person('created_by'),
    appliedAt: instant('applied_at'),
    appliedBy: person('applied_by'),
    undoneAt: instant('undone_at'),
    undoneBy: person('undone_by'),
  },
  (t) => [check('imports_rows_counted', sql`${t.rowsDone} >= 0 and ${t.bytesDone} >= 0 and ${t.bytes} >= 0`)],
);

/** One event as the file says it, until it is written. Unlogged (see the migration): it can be read from the file again. */
export const importStaging = pgTable(
  'import_staging',
  {
    importId: integer('import_id').notNull(),
    position: integer('position').notNull(),
    firstRow: integer('first_row').notNull(),
    rows: integer('rows').notNull(),
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
    hash: text('hash').notNull(),
    event: jsonb('event').$type<EventInput>().notNull(),
    /** Made by the server as the line comes in, beside the process that reads the file. */
    words: tsvector('words').generatedAlwaysAs(sql`event_words(event)`),
  },
  (t) => [primaryKey({ name: 'import_staging_key', columns: [t.importId, t.position] })],
);

export const importVerdicts = pgTable(
  'import_verdicts',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    verdict: importVerdictEnum('verdict').notNull(),
    /** The event that has the identifier, or that it may be the same as; for a new one the number that it gets. */
    eventId: integer('event_id'),
    slug: text('slug'),
    /** A person has said that it is not the event that it looks like. */
    allowed: boolean('allowed').notNull().default(false),
    firstRow: integer('first_row').notNull(),
    rows: integer('rows').notNull(),
    /** The row that gave the same identifier before it. */
    twinRow: integer('twin_row'),
    /** Kept for what was not written, so that the report shows it when the staging is gone. */
    event: jsonb('event').$type<EventInput>(),
  },
  (t) => [
    primaryKey({ name: 'import_verdicts_key', columns: [t.importId, t.position] }),
    index('import_verdicts_by_verdict').on(t.importId, t.verdict, t.position),
  ],
);

export const importRejects = pgTable(
  'import_rejects',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    row: integer('row').notNull(),
    problems: jsonb('problems').$type<CellProblem[]>().notNull(),
    raw: jsonb('raw').$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ name: 'import_rejects_key', columns: [t.importId, t.row] })],
);

export const importEvents = pgTable(
  'import_events',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    eventId: integer('event_id')
      .notNull()
      .references(() => events.id),
    /** The version that the import wrote. */
    version: integer('version').notNull(),
    write: importWriteEnum('write').notNull(),
    /** What the file said, so that the same file is known again; null for an event that an undo archived. */
    hash: text('hash'),
  },
  (t) => [
    primaryKey({ name: 'import_events_key', columns: [t.eventId, t.version] }),
    index('import_events_by_import').on(t.importId, t.eventId),
  ],
);

export const importMappings = pgTable('import_mappings', {
  /** Hash of the names of the columns, in order of the alphabet. */
  shape: text('shape').primaryKey(),
  mapping: jsonb('mapping').$type<unknown>().notNull(),
  sourceSet: text('source_set').references(() => sourceSets.key),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  updatedBy: person('updated_by'),
});

/** Every version of the rules of a known format, from 1; a format without one goes by the rules that come with the product. */
export const importRules = pgTable(
  'import_rules',
  {
    preset: text('preset').notNull(),
    version: integer('version').notNull(),
    /** Null: as they come with the product. */
    book: jsonb('book').$type<RuleBook>(),
    savedAt: instant('saved_at').notNull().defaultNow(),
    savedBy: person('saved_by'),
  },
  (t) => [
    primaryKey({ name: 'import_rules_key', columns: [t.preset, t.version] }),
    check('import_rules_version', sql`${t.version} > 0`),
  ],
);
