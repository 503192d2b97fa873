import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { StartProblem } from '@/lib/problem';

/** Any number, the same for every instance: only one of them migrates at a time. */
const LOCK = 7_206_001;
const OLDEST = 140_000;

const sentences: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  CONNECT_TIMEOUT: 'it does not answer in time',
  ETIMEDOUT: 'it does not answer in time',
  '28P01': 'the user name or password is wrong',
  '28000': 'this user may not sign in from here',
  '3D000': 'there is no database of that name',
};

/** The address without its password, for messages. */
function shown(url: string): string {
  return url.replace(/\/\/([^:@/]*)(:[^@/]*)?@/, '//$1@');
}

function problemOf(error: unknown, url: string): Error {
  const code = (error as { code?: string }).code ?? '';
  const reason = sentences[code];
  return reason
    ? new StartProblem(`The database at ${shown(url)} cannot be used: ${reason}.`)
    : (error as Error);
}

async function prepare(sql: postgres.Sql): Promise<void> {
  const [server] =
    await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`;
  if (server!.number < OLDEST)
    throw new StartProblem(
      `The database server is PostgreSQL ${server!.name}: Pillarwatch needs 14 or later.`,
    );
  await sql`select pg_advisory_lock(${LOCK})`;
  try {
    await sql`create extension if not exists pg_trgm`;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new StartProblem(
      'The database user may not add the extension pg_trgm: ask its administrator to run CREATE EXTENSION pg_trgm.',
    );
  }
}

/** Brings the database to the current schema. Throws StartProblem, in one sentence, where it cannot be used. */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await prepare(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder: path.join(process.cwd(), 'drizzle') });
  } catch (error) {
    throw problemOf(error, url);
  } finally {
    // Ending the session gives the lock back.
    await sql.end({ timeout: 5 });
  }
}
