import postgres from 'postgres';
import { StartProblem } from '@/lib/problem';

/** What the app may not do to a table, although it may do the rest: what is kept must stay as it was written. */
const withheld: Record<string, string> = {
  audit_log: 'update, delete, truncate, references, trigger',
  audit_head: 'insert, update, delete, truncate, references, trigger',
  event_changes: 'update, delete, truncate, references, trigger',
  annotations: 'delete, truncate',
  assessments: 'update, delete, truncate, references, trigger',
  evidence: 'update, delete, truncate, references, trigger',
  indicator_changes: 'update, delete, truncate, references, trigger',
  events: 'delete, truncate',
  series_changes: 'update, delete, truncate, references, trigger',
  import_rules: 'update, delete, truncate, references, trigger',
  users: 'delete, truncate',
};

/** The name of the role that an address signs in as. */
function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/**
 * Gives the app's role (the user of `appUrl`) what it needs on the tables of the migrating owner, and nothing else: it
 * reads and writes rows, but changes no table, no trigger and no entry of the audit trail. Run at each start, after the
 * migrations. Throws StartProblem where the two are one role, or the app's is not there or has too many rights.
 */
export async function grantToApp(ownerUrl: string, appUrl: string): Promise<void> {
  const role = roleOf(appUrl);
  if (role === roleOf(ownerUrl))
    throw new StartProblem(
      'DATABASE_URL and DATABASE_OWNER_URL sign in as the same user: give the app a user of its own, or set DATABASE_URL alone.',
    );
  const quoted = `"${role.replaceAll('"', '""')}"`;
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [found] = await sql<{ mighty: boolean }[]>`
      select rolsuper or rolcreaterole or rolbypassrls or pg_has_role(oid, current_user::regrole, 'member') as mighty
      from pg_roles where rolname = ${role}`;
    if (!found)
      throw new StartProblem(
        `The user ${role} of DATABASE_URL is not there: ask the database's administrator to run CREATE ROLE ${quoted} LOGIN PASSWORD '…'.`,
      );
    if (found.mighty)
      throw new StartProblem(
        `The user ${role} of DATABASE_URL is an administrator of the database, or a member of the owner: give the app a plain user.`,
      );
    await sql.begin(async (tx) => {
      const run = (statement: string) => tx.unsafe(statement);
      await run('revoke create on schema public from public');
      await run(`revoke all on all tables in schema public from ${quoted}`);
      await run(`grant usage on schema public to ${quoted}`);
      // An import sorts its lines in a temporary table; some hosts take that right from everyone.
      const database = `"${new URL(ownerUrl).pathname.slice(1).replaceAll('"', '""')}"`;
      await run(`grant temporary on database ${database} to ${quoted}`);
      await run(`grant select, insert, update, delete on all tables in schema public to ${quoted}`);
      await run(`grant usage, select on all sequences in schema public to ${quoted}`);
      // The record as it was known on a past day: views, to read.
      await run(`grant usage on schema known to ${quoted}`);
      await run(`grant select on all tables in schema known to ${quoted}`);
      for (const [table, rights] of Object.entries(withheld))
        await run(`revoke ${rights} on "${table}" from ${quoted}`);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
