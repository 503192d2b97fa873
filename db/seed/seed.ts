import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { EventInput } from '@/lib/event';
import { places } from '@/lib/places';
import type { Database } from '../client';
import { createEvents } from '../event-writes';
import * as schema from '../schema';
import { articles } from './articles';
import { eventOf } from './coded-event';

const FOLDER = path.join(process.cwd(), 'db', 'seed');

async function readFolder(name: string): Promise<unknown[]> {
  const folder = path.join(FOLDER, name);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const lists = await Promise.all(files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')) as unknown[]));
  return lists.flat();
}

/** The coded corpus and the reference set, in a stable order. Throws where an event does not fit eventSchema. */
export async function readSeedEvents(): Promise<EventInput[]> {
  const coded = [...(await readFolder('corpus')), ...(await readFolder('reference'))];
  return coded.map(eventOf);
}

/** Brings the places and articles that events point to in line with the code: names may change, codes never do. */
export async function syncReferenceTables(db: Database): Promise<void> {
  await db
    .insert(schema.places)
    .values(places.map(({ aliases: _aliases, ...place }) => place))
    .onConflictDoUpdate({
      target: schema.places.code,
      set: { name: sql`excluded.name`, kind: sql`excluded.kind`, parent: sql`excluded.parent`, path: sql`excluded.path` },
    });
  await db
    .insert(schema.articles)
    .values([...articles])
    .onConflictDoUpdate({
      target: schema.articles.key,
      set: {
        author: sql`excluded.author`,
        title: sql`excluded.title`,
        outlet: sql`excluded.outlet`,
        publishedOn: sql`excluded.published_on`,
        publishedText: sql`excluded.published_text`,
        url: sql`excluded.url`,
        licence: sql`excluded.licence`,
      },
    });
}

/** Any number of its own: of instances that start on one empty database, one seeds and the others wait for it. */
const LOCK = 7_206_002;

/** Fills a database that has no event yet; returns how many went in, or null where there were events already. */
export async function seedEmptyDatabase(db: Database): Promise<number | null> {
  await syncReferenceTables(db);
  const events = await readSeedEvents();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if ((await tx.$count(schema.events)) > 0) return null;
    if (events.length > 0) await createEvents(tx, events, null);
    return events.length;
  });
}
