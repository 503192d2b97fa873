import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { openDatabase, type Database } from '@/db/client';

/** A fresh database for this test file: migrated, with its places and articles, without events. Dropped afterwards. */
export async function testDatabase(): Promise<{ db: Database; url: string }> {
  const server = inject('server');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template pillarwatch_template`);
  const url = `${server}/${name}`;
  const { db, close } = openDatabase(url);
  afterAll(async () => {
    await close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { db, url };
}
