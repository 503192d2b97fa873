import { once } from 'node:events';
import type { Writable } from 'node:stream';
import postgres, { type Sql } from 'postgres';
import type { MadeEvents } from './columns';
import { copied, linesOf, type Lines } from './rows';
import { schemaParts } from './schema-parts';

const CHUNK = 2000;
const tables = Object.keys(copied) as (keyof Lines)[];

async function send(stream: Writable, text: string): Promise<void> {
  if (text.length > 0 && !stream.write(text)) await once(stream, 'drain');
}

/** Streams every table on a connection of its own, so that the server's parsing uses every core. */
async function copyAll(sql: Sql, made: MadeEvents, seed: number): Promise<void> {
  const streams = await Promise.all(
    tables.map((table) => sql.unsafe(`copy ${table} (${copied[table]}) from stdin`).writable()),
  );
  const failed = streams.map((stream) =>
    once(stream, 'error').then(([error]) => Promise.reject(error as Error)),
  );
  const work = async (): Promise<void> => {
    for (let from = 0; from < made.columns.size; from += CHUNK) {
      const lines = linesOf(made, from, Math.min(made.columns.size, from + CHUNK), seed);
      await Promise.all(streams.map((stream, t) => send(stream, lines[tables[t]!])));
    }
    await Promise.all(
      streams.map(async (stream) => {
        stream.end();
        await once(stream, 'finish');
      }),
    );
  };
  await Promise.race([work(), ...failed]);
}

/** Puts made events with all that belongs to them into an empty, migrated database; indexes are made afterwards. */
export async function copyEvents(url: string, made: MadeEvents, seed: number): Promise<void> {
  // Ten million take longer than a connection lives, and one that is reserved meanwhile is never closed.
  const sql = postgres(url, { max: tables.length, max_lifetime: null, onnotice: () => {} });
  try {
    const parts = await schemaParts(sql, tables);
    for (const statement of parts.drop) await sql.unsafe(statement);
    await sql`insert into dataset (revision) values (1)`;
    await copyAll(sql, made, seed);
    await sql`select setval(pg_get_serial_sequence('events', 'id'), ${made.columns.size})`;
    const builder = await sql.reserve();
    await builder`set maintenance_work_mem = '1GB'`;
    for (const statement of parts.create) await builder.unsafe(statement);
    await builder`vacuum (analyze)`;
    builder.release();
  } finally {
    await sql.end();
  }
}
