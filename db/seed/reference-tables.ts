import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { places } from '@/lib/places';
import type { Connection } from '../client';
import * as schema from '../schema';
import { articles } from './articles';
import { sourceSets } from './source-sets';

/** Every column but those in `fixed` from the row that could not be inserted. */
function excluded(table: PgTable, ...fixed: string[]): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !fixed.includes(name));
  return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]));
}

/** Brings the rows that events point to in line with the code: names may change, codes and numbers never do. */
export async function syncReferenceTables(db: Connection): Promise<void> {
  await db
    .insert(schema.places)
    .values(places.map(({ aliases: _aliases, ...place }) => place))
    .onConflictDoUpdate({ target: schema.places.code, set: excluded(schema.places, 'code') });
  await db
    .insert(schema.articles)
    .values([...articles])
    .onConflictDoUpdate({ target: schema.articles.key, set: excluded(schema.articles, 'key') });
  await db
    .insert(schema.sourceSets)
    .values([...sourceSets])
    .onConflictDoUpdate({ target: schema.sourceSets.key, set: excluded(schema.sourceSets, 'key', 'number') });
}
