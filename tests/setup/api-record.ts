import { createKey } from '@/db/api-keys';
import type { Database } from '@/db/client';
import { createFirstAdmin, firstAdminToken } from '@/db/first-admin';
import { userByEmail } from '@/db/users';
import type { KeyScope } from '@/lib/api/key-scopes';
import { testDatabase } from './database';
import { dataFolder } from './start';

interface ApiRecord {
  db: Database;
  /** Who answers for the keys. */
  admin: { id: string };
  /** The secret of a new key. */
  makeKey(...scopes: KeyScope[]): Promise<string>;
}

/** A database of this test file with one admin, which the API of this process answers from, under the address `at`. */
export async function apiRecord(at: string, settings: Record<string, string> = {}): Promise<ApiRecord> {
  const { db, url } = await testDatabase();
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATA_DIR: dataFolder(),
    AUTH_SECRET: 'x'.repeat(40),
    BUILD_ID: 'test',
    PUBLIC_URL: at,
    API_RATE_LIMIT: '1000000',
    ...settings,
  });
  const token = (await firstAdminToken(db))!;
  const ada = { name: 'Ada', email: 'ada@example.test', hash: 'x' };
  await createFirstAdmin(db, token, ada, { ip: null, agent: null });
  const admin = { id: (await userByEmail(db, ada.email))!.id };
  const makeKey = (...scopes: KeyScope[]) =>
    createKey(db, { name: 'A robot', scopes, ownerId: admin.id, days: 30 }, admin);
  return { db, admin, makeKey };
}
