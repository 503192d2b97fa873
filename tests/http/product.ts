import { beforeAll } from 'vitest';
import { emptyDatabase, secondPool } from '../setup/database';
import { dataFolder, freePort, Start } from '../setup/start';
import type { Database } from '@/db/client';

/** The first start makes the production build where there is none. */
const PATIENCE = 300_000;

/**
 * The product on a database that the test can reach as well; ready before the file's tests. `settings` are asked for once
 * its address is known.
 */
export function product(settings: (address: string) => Promise<Record<string, string>> = async () => ({})): {
  at(path: string): string;
  db: Database;
  url: string;
} {
  const made = { address: '', url: '', db: undefined as Database | undefined };
  beforeAll(async () => {
    made.url = await emptyDatabase();
    made.db = secondPool(made.url);
    const port = await freePort();
    const start = new Start({
      ...(await settings(`http://localhost:${port}`)),
      DATA_DIR: dataFolder(),
      PORT: port,
      DATABASE_URL: made.url,
    });
    made.address = await start.address();
    return async () => {
      start.child.kill('SIGTERM');
      await start.ended;
    };
  }, PATIENCE);
  return {
    at: (path) => made.address + path,
    get db() {
      return made.db!;
    },
    get url() {
      return made.url;
    },
  };
}
