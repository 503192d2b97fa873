import type { Sql } from 'postgres';

/** What slows COPY down: keys, foreign keys and indexes, as the statements that take them away and bring them back. */
export interface SchemaParts {
  drop: string[];
  create: string[];
}

interface Part {
  relation: string;
  name: string;
  definition: string;
}

/**
 * Reads these from the database itself, so that the bench follows every migration. Foreign keys that point to one of the
 * tables from elsewhere hang on its key, so they go and come back too.
 */
export async function schemaParts(sql: Sql, tables: readonly string[]): Promise<SchemaParts> {
  const constraints = (kinds: readonly string[]) => sql<Part[]>`
    select conrelid::regclass::text as relation, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype::text = any(${[...kinds]}) and (conrelid::regclass::text = any(${[...tables]})
      or (contype = 'f' and confrelid::regclass::text = any(${[...tables]})))`;
  const foreign = await constraints(['f']);
  const keys = await constraints(['p', 'u']);
  const indexes = await sql<Part[]>`
    select indrelid::regclass::text as relation, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid::regclass::text = any(${[...tables]})
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`;
  const dropped = ({ relation, name }: Part): string => `alter table ${relation} drop constraint ${name}`;
  const added = ({ relation, name, definition }: Part): string =>
    `alter table ${relation} add constraint ${name} ${definition}`;
  return {
    drop: [...foreign.map(dropped), ...keys.map(dropped), ...indexes.map(({ name }) => `drop index ${name}`)],
    create: [...keys.map(added), ...indexes.map(({ definition }) => definition), ...foreign.map(added)],
  };
}
