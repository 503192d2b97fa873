import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../client';
import { withSureKeys } from './sure-keys';

/**
 * Writes of many events at once, in SQL from the JSON of each: the same rows that event-writes.ts makes of one. What is
 * to be written stands in the temporary table `import_work`; `content` says where the JSON of each is: a FROM clause with
 * `import_work w` in it, the event as `content.event` and the words by which it is found as `content.words`.
 */
export interface Bulk {
  content: SQL;
  importId: number;
  /** What the import did to an event of `import_work`, an expression. */
  write: SQL;
  revision: number;
  /** The user's id; null for Pillarwatch itself. */
  by: string | null;
}

/** One row for each event to write, gone with the transaction. `parts` is false where what belongs to the event stays as it is. */
export async function openWork(tx: Transaction): Promise<void> {
  await tx.execute(sql`create temp table import_work (
    event_id integer primary key, position integer, slug text not null, source_set text not null,
    status event_status not null, version integer not null, kind change_kind not null, hash text,
    parts boolean not null default true
  ) on commit drop`);
}

/** A column, as the table and as the JSON call it, and its type. */
type Field = readonly [column: string, key: string, type: string];

const fields: readonly Field[] = [
  ['title', 'title', 'text'],
  ['summary', 'summary', 'text'],
  ['starts_on', 'startsOn', 'date'],
  ['ends_on', 'endsOn', 'date'],
  ['precision', 'precision', 'date_precision'],
  ['date_text', 'dateText', 'text'],
  ['type', 'type', 'event_type'],
  ['pillars', 'pillars', 'pillar[]'],
  ['region', 'region', 'text'],
  ['locality', 'locality', 'text'],
  ['latitude', 'latitude', 'float8'],
  ['longitude', 'longitude', 'float8'],
  ['origin', 'origin', 'text'],
  ['confidence', 'confidence', 'confidence'],
  ['marking', 'marking', 'marking'],
  ['tags', 'tags', 'text[]'],
];

const columnsOf = (list: readonly Field[]): SQL => sql.raw(list.map(([column]) => `"${column}"`).join(', '));
const valuesOf = (list: readonly Field[]): SQL => sql.raw(list.map(([, key]) => `f."${key}"`).join(', '));
const shapeOf = (list: readonly Field[]): SQL =>
  sql.raw(list.map(([, key, type]) => `"${key}" ${type}`).join(', '));
const assignments = sql.raw(fields.map(([column, key]) => `"${column}" = f."${key}"`).join(', '));

async function writeRows(tx: Transaction, { content, by }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into events (id, slug, source_set, status, created_by, updated_by, ${columnsOf(fields)}) overriding system value
    select w.event_id, w.slug, w.source_set, w.status, ${by}::text, ${by}::text, ${valuesOf(fields)}
    from ${content} cross join lateral jsonb_to_record(content.event) as f (${shapeOf(fields)})
    where w.kind = 'create'`);
  await tx.execute(sql`
    update events t set status = w.status, version = w.version, updated_at = now(), updated_by = ${by}, ${assignments}
    from ${content} cross join lateral jsonb_to_record(content.event) as f (${shapeOf(fields)})
    where t.id = w.event_id and w.kind <> 'create'`);
}

async function clearParts(tx: Transaction): Promise<void> {
  for (const table of [
    'event_actors',
    'event_measures',
    'event_sources',
    'event_external_ids',
    'event_links',
  ])
    await tx.execute(sql`delete from ${sql.identifier(table)} p using import_work w
      where p.event_id = w.event_id and w.kind <> 'create' and w.parts`);
}

interface Part {
  table: string;
  key: string;
  of: readonly Field[];
}

/** What points to its event alone. */
const ownParts: readonly Part[] = [
  {
    table: 'event_actors',
    key: 'actors',
    of: [
      ['name', 'name', 'text'],
      ['role', 'role', 'actor_role'],
    ],
  },
  {
    table: 'event_measures',
    key: 'measures',
    of: [
      ['measure', 'measure', 'measure'],
      ['value', 'value', 'float8'],
      ['unit', 'unit', 'text'],
    ],
  },
];

const sources: Part = {
  table: 'event_sources',
  key: 'sources',
  of: [
    ['title', 'title', 'text'],
    ['author', 'author', 'text'],
    ['publisher', 'publisher', 'text'],
    ['url', 'url', 'text'],
    ['archive_url', 'archiveUrl', 'text'],
    ['published_on', 'publishedOn', 'date'],
    ['accessed_on', 'accessedOn', 'date'],
    ['article', 'article', 'text'],
    ['page', 'page', 'text'],
    ['paragraph', 'paragraph', 'int'],
    ['footnote', 'footnote', 'int'],
    ['quotation', 'quotation', 'text'],
    ['reliability', 'reliability', 'char'],
    ['credibility', 'credibility', 'char'],
    ['licence', 'licence', 'text'],
  ],
};

async function writePart(tx: Transaction, { content }: Bulk, { table, key, of }: Part): Promise<void> {
  await tx.execute(sql`
    insert into ${sql.identifier(table)} (event_id, position, ${columnsOf(of)})
    select w.event_id, (f.ordinality - 1)::smallint, ${valuesOf(of)}
    from ${content}
    cross join lateral rows from (jsonb_to_recordset(content.event -> ${key}) as (${shapeOf(of)})) with ordinality as f
    where w.parts`);
}

/** An identifier that another event has stays with it: who said that these two are not the same has seen that. */
async function writeIdentifiers(tx: Transaction, { content }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into event_external_ids (event_id, scheme, value)
    select w.event_id, p.scheme, p.value from ${content}
    cross join lateral jsonb_to_recordset(content.event -> 'externalIds') as p (scheme text, value text)
    where w.parts
    on conflict do nothing`);
}

async function writeLinks(tx: Transaction, { content }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into event_links (event_id, linked_id)
    select w.event_id, e.id from ${content}
    cross join lateral jsonb_array_elements_text(content.event -> 'links') as p (slug)
    join events e on e.slug = p.slug
    where w.parts and jsonb_array_length(content.event -> 'links') > 0 and e.id <> w.event_id
    on conflict do nothing`);
}

async function writeWords(tx: Transaction, { content }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into event_search (event_id, words)
    select w.event_id, content.words from ${content} where w.kind = 'create'`);
  await tx.execute(sql`
    insert into event_search (event_id, words)
    select w.event_id, content.words from ${content} where w.kind <> 'create' and w.parts
    on conflict (event_id) do update set words = excluded.words`);
}

async function writeChanges(tx: Transaction, { content, revision, by }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into event_changes (revision, event_id, version, kind, snapshot, changed_by)
    select ${revision}, w.event_id, w.version, w.kind,
      case when content.event ->> 'slug' = w.slug and content.event ->> 'sourceSet' = w.source_set
          and content.event ->> 'status' = w.status::text then content.event
        else content.event || jsonb_build_object('slug', w.slug, 'sourceSet', w.source_set, 'status', w.status) end,
      ${by}::text
    from ${content}`);
}

/** Which event the import wrote at which version, as what. */
async function noteWrites(tx: Transaction, { importId, write }: Bulk): Promise<void> {
  await tx.execute(sql`
    insert into import_events (import_id, event_id, version, write, hash)
    select ${importId}, event_id, version, (${write})::import_write, hash from import_work`);
}

/**
 * Holds what the rows of the log and of the import point to, as the lookup of a key would, and makes sure in one look that
 * every event to write is there: it was inserted or updated just now, so nobody else can take it away.
 */
async function holdKeys(tx: Transaction, { importId, by }: Bulk): Promise<void> {
  const [found] = await tx.execute<{ lacking: number }>(sql`
    with held as (select id from imports where id = ${importId} for key share),
      writer as (select id from users where id = ${by}::text for key share)
    select (select 1 - count(*)::int from held)
      + (select case when ${by}::text is null then 0 else 1 - count(*)::int end from writer)
      + (select count(*)::int from import_work w left join events e on e.id = w.event_id where e.id is null) as lacking`);
  if (found!.lacking > 0) throw new Error(`Import ${importId}: what is written points to what is not there`);
}

/**
 * Writes all of `import_work` as one revision: events, what belongs to them, the log with a snapshot of each, and that it
 * was this import.
 */
export async function writeEvents(tx: Transaction, bulk: Bulk): Promise<void> {
  await writeRows(tx, bulk);
  await clearParts(tx);
  await writePart(tx, bulk, sources);
  await writeLinks(tx, bulk);
  await holdKeys(tx, bulk);
  await withSureKeys(tx, async () => {
    for (const part of ownParts) await writePart(tx, bulk, part);
    await writeIdentifiers(tx, bulk);
    await writeWords(tx, bulk);
    await writeChanges(tx, bulk);
    await noteWrites(tx, bulk);
  });
}
