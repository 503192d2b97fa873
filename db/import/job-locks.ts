import { sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Connection } from '../client';

/** Any number, the same for every instance: imports run one at a time. */
const TURN = 7_206_010;
/** With the number of the import: held by the job's own connection for as long as its process lives. */
const ALIVE = 7_206_011;

/** True where a job of this import runs or waits for its turn, in whatever process. */
export function liveJob(id: AnyPgColumn | number): SQL {
  return sql`exists (select from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid::bigint = ${ALIVE}::bigint and objid::bigint = ${id} and objsubid = 2)`;
}

/**
 * Shows that the job lives; false where another one of the same import does. The lock goes with the connection, and the
 * server looks every two seconds whether that still stands, where its system can tell: a long statement of a process that
 * is gone ends then, not at its own end.
 */
export async function claimJob(worker: Connection, id: number): Promise<boolean> {
  await worker.execute(sql`set client_connection_check_interval = 2000`).catch(() => {});
  const [found] = await worker.execute<{ ok: boolean }>(
    sql`select pg_try_advisory_lock(${ALIVE}::int, ${id}::int) as ok`,
  );
  return found!.ok;
}

/** Waits until no other import runs. */
export async function awaitTurn(worker: Connection): Promise<void> {
  await worker.execute(sql`select pg_advisory_lock(${TURN})`);
}

/** Ends the statement that the job's connection is in: its transaction is rolled back. */
export async function interruptJob(db: Connection, id: number): Promise<void> {
  await db.execute(sql`select pg_cancel_backend(pid) from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid::bigint = ${ALIVE}::bigint and objid::bigint = ${id} and objsubid = 2`);
}
