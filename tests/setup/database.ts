import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { openDatabase, type Database } from '@/db/client';

/** Makes a database for this test file and drops it when the file is done; `template` is what it is a copy of. */
export async function emptyDatabase(template = 'template0'): Promise<string> {
  const name = `pillarwatch_test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(inject('admin'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);
  afterAll(async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return Object.assign(new URL(inject('admin')), { pathname: `/${name}` }).href;
}

/** A fresh database for this test file: migrated, with its places and articles, without events. */
export async function testDatabase(): Promise<{ db: Database; url: string }> {
  const url = await emptyDatabase(inject('template'));
  return { db: secondPool(url), url };
}

/** Another pool on the same database, as another instance of the app would have. */
export function secondPool(url: string): Database {
  const { db, close } = openDatabase(url);
  afterAll(close);
  return db;
}
