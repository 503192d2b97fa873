import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startServer } from '@/db/server';

/** A database server for the tests; `stop` ends only what was started for them. */
export interface TestServer {
  /** The address of a database on it. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

const HELP = `The tests need PostgreSQL. Without DATABASE_URL_TEST they start the embedded one by themselves (npm ci brings it);
with it they make and drop databases of their own on that server, as in
DATABASE_URL_TEST=postgresql://postgres:secret@localhost:5432/postgres npm test`;

function at(address: string): (database: string) => string {
  return (database) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
}

/** The server of DATABASE_URL_TEST. Throws, and so ends the run, where it does not answer. */
async function givenServer(address: string): Promise<TestServer> {
  try {
    const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => {} });
    await sql`select 1`;
    await sql.end();
  } catch (error) {
    throw new Error(`The database of DATABASE_URL_TEST cannot be used: ${String(error)}.\n${HELP}`, {
      cause: error,
    });
  }
  return { urlOf: at(address), stop: async () => {} };
}

/** The embedded server on a folder of its own, without the waits for the disk that only a crash would need. */
async function ownServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pillarwatch-test-'));
  // Where we are root, the server's own user must get through.
  chmodSync(dataDir, 0o755);
  const server = await startServer({ dataDir, say: () => {}, durable: false }).catch((error: unknown) => {
    throw new Error(`The embedded database did not start: ${String(error)}.\n${HELP}`, { cause: error });
  });
  return { urlOf: at(server.url), stop: () => server.stop() };
}

/** The server that the tests use. No test skips where there is none: the run ends and says how to start it. */
export function testServer(): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST;
  return given ? givenServer(given) : ownServer();
}
