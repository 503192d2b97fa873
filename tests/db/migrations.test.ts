import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { migrate } from '@/db/migrate';
import { StartProblem } from '@/lib/problem';
import { emptyDatabase } from '../setup/database';

interface Journal {
  entries: { idx: number; tag: string }[];
}

const read = (file: string): unknown => JSON.parse(readFileSync(`drizzle/meta/${file}`, 'utf8'));

const journal = read('_journal.json') as Journal;
type Snapshot = Parameters<typeof generateMigration>[0];

describe('the migrations', () => {
  /* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-member-access --
     drizzle-kit's types lean on drivers that are not installed here. */
  it('make the schema of the code: nothing is left to generate', async () => {
    const last = journal.entries.at(-1)!;
    const snapshot = read(`${String(last.idx).padStart(4, '0')}_snapshot.json`) as Snapshot;
    // As drizzle.config.ts: every schema file.
    const files = readdirSync('db').flatMap((name) => /^(schema.*)\.ts$/.exec(name)?.[1] ?? []);
    const modules = await Promise.all(files.map((name) => import(`../../db/${name}.ts`) as Promise<object>));
    const code = generateDrizzleJson(Object.assign({}, ...modules), snapshot.id);
    expect(await generateMigration(snapshot, code), 'run npx drizzle-kit generate').toEqual([]);
  });
  /* oxlint-enable typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-member-access */

  it('run on an empty database, once, however many instances start at the same time', async () => {
    const url = await emptyDatabase();
    await Promise.all([migrate(url), migrate(url), migrate(url)]);
    await migrate(url);
    const sql = postgres(url, { max: 1 });
    const [applied] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
    const tables = await sql<
      { name: string }[]
    >`select tablename as name from pg_tables where schemaname = 'public'`;
    await sql.end();
    expect(applied!.n).toBe(journal.entries.length);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['events', 'event_changes', 'dataset', 'places', 'users', 'sessions']),
    );
  });

  it('end in one sentence, without the password, where the server cannot be used', async () => {
    const url = new URL(await emptyDatabase());
    const bad = (change: Partial<URL>): string => Object.assign(new URL(url), change).href;
    const cases: [string, string][] = [
      [bad({ port: '1' }), 'nothing answers there'],
      [bad({ pathname: '/no_such_database' }), 'there is no database of that name'],
      [bad({ password: 'secret-word' }), 'the user name or password is wrong'],
      [bad({ hostname: 'no-such-host.invalid' }), 'there is no such host'],
    ];
    for (const [address, reason] of cases) {
      const error = await migrate(address).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(StartProblem);
      expect((error as Error).message).toMatch(
        new RegExp(`^The database at .* cannot be used: ${reason}\\.$`),
      );
      expect((error as Error).message).not.toContain('secret-word');
      expect((error as Error).message).not.toContain(url.password);
    }
  });
});
