import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/lib/env';

/** `$client` is for what drizzle has no words for, such as COPY. */
export type Database = PostgresJsDatabase & { $client: postgres.Sql };
/** What a transaction's callback is given: the same queries, inside it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Connection = Database | Transaction;

/**
 * Opens a pool on the server at `url`; the caller ends it with `close`. Idle connections stay unless a time is given.
 * `lasting`: connections are never changed for new ones, so that a lock of the session holds. `settings` of PostgreSQL
 * hold for each of its sessions.
 */
export function openDatabase(
  url: string,
  max = 10,
  {
    idleSeconds,
    lasting = false,
    settings = {},
  }: { idleSeconds?: number; lasting?: boolean; settings?: Record<string, string> } = {},
): { db: Database; close(): Promise<void> } {
  const client = postgres(url, {
    max,
    ...(idleSeconds !== undefined && { idle_timeout: idleSeconds }),
    // Days are strings end to end: 1082 is the oid of `date`.
    types: { day: { to: 1082, from: [1082], serialize: String, parse: String } },
    onnotice: () => {},
    ...(lasting && { max_lifetime: null }),
    connection: { application_name: 'pillarwatch', ...settings },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

// Next's dev server evaluates modules anew on each change; the pool must outlive that.
const kept = globalThis as { pillarwatchDatabase?: Database; pillarwatchDownloads?: Database };

/** The app's own pool, opened at the first call on DATABASE_URL. */
export function database(): Database {
  return (kept.pillarwatchDatabase ??= openDatabase(env().DATABASE_URL).db);
}

/** A pool of its own for what is read as slowly as its asker takes it, so that downloads never hold up pages. */
export function downloadDatabase(): Database {
  return (kept.pillarwatchDownloads ??= openDatabase(env().DATABASE_URL, 8, { idleSeconds: 30 }).db);
}
