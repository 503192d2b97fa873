import { beforeAll } from 'vitest';
import { hashPassword } from '@/app/_auth/password-hash';
import type { Database } from '@/db/client';
import { createFirstAdmin, firstAdminToken } from '@/db/first-admin';
import { storePassword } from '@/db/password-links';
import { inviteUser, userByEmail } from '@/db/users';
import type { UserRole } from '@/lib/permissions';
import { BrowserFetch } from '../setup/browser-fetch';
import { emptyDatabase, secondPool } from '../setup/database';
import { dataFolder, freePort, Start } from '../setup/start';

/** A start fills its database, beside other tests on a busy machine. */
const PATIENCE = 300_000;

interface Product {
  at(path: string): string;
  db: Database;
  url: string;
  /** All that it has printed, its log too. */
  output(): string;
  /** A browser in which somebody with this role is signed in, through the form. */
  signedIn(role: UserRole): Promise<BrowserFetch>;
}

export const PASSWORD = 'kettle lamp orange window';
let hash: Promise<string> | undefined;
const from = { ip: null, agent: null };

/** A person with this role and the password above; the first one is the first admin too. */
async function person(db: Database, role: UserRole): Promise<string> {
  const token = await firstAdminToken(db);
  hash ??= hashPassword(PASSWORD);
  const first = { name: 'First', email: 'first@example.test', hash: await hash };
  if (token) await createFirstAdmin(db, token, first, from);
  const email = `${role}@example.test`;
  await inviteUser(db, { name: `The ${role}`, email, role }, { id: 'nobody', from });
  await storePassword(db, (await userByEmail(db, email))!.id, await hash);
  return email;
}

/**
 * The product on a database that the test can reach as well; ready before the file's tests. `settings` are asked for once
 * its address is known.
 */
export function product(
  settings: (address: string) => Promise<Record<string, string>> = async () => ({}),
): Product {
  const made = {
    address: '',
    url: '',
    db: undefined as Database | undefined,
    start: undefined as Start | undefined,
  };
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
    made.start = start;
    await start.address();
    made.address = `http://localhost:${port}`;
    return () => start.end();
  }, PATIENCE);
  const at = (path: string): string => made.address + path;
  return {
    at,
    output: () => made.start!.output,
    async signedIn(role) {
      const email = await person(made.db!, role);
      const browser = new BrowserFetch();
      const page = await browser.go(at('/sign-in?next=/account'));
      await browser.send(await page.text(), 'Sign in', { email, password: PASSWORD });
      if (!browser.url.startsWith(at('/account'))) throw new Error(`Signing in led to ${browser.url}`);
      return browser;
    },
    get db() {
      return made.db!;
    },
    get url() {
      return made.url;
    },
  };
}
