import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { startServer } from '@/db/server';
import { ensureSourceSet } from '@/db/source-sets';
import { presets } from '@/lib/import/presets';
import type { ImportTook } from '../import-process';

const acled = presets.find(({ key }) => key === 'acled')!;

/** A database server of its own while the work lasts; gives its address. */
export async function onServer(
  folder: string,
  say: (line: string) => void,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const dataDir = path.resolve(folder, 'import');
  mkdirSync(dataDir, { recursive: true });
  // Where we are root, the server's own user must get through.
  chmodSync(dataDir, 0o755);
  const server = await startServer({ dataDir, say });
  try {
    await work(server.url);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A migrated database of its own on the server, with places and the set, dropped afterwards. */
export async function withDatabase<T>(
  base: string,
  name: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  const drop = `drop database if exists ${name} with (force)`;
  await admin.unsafe(drop);
  await admin.unsafe(`create database ${name}`);
  const url = Object.assign(new URL(base), { pathname: `/${name}` }).href;
  try {
    await migrate(url);
    const { db, close } = openDatabase(url, 1);
    await syncReferenceTables(db);
    await ensureSourceSet(db, acled.set);
    await close();
    return await work(url);
  } finally {
    await admin.unsafe(drop);
    await admin.end();
  }
}

/** Imports a file in a process of its own; with 'check' no further than to what is seen before anything is written. */
export async function importFile(
  file: string,
  url: string,
  how: 'whole' | 'check' = 'whole',
): Promise<ImportTook> {
  const script = path.join(import.meta.dirname, '../import-process.ts');
  const child = fork(script, [file, url, how], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code, signal]) =>
    Promise.reject(new Error(`the import ended with ${code ?? signal}`)),
  );
  ended.catch(() => {});
  const [took] = (await Promise.race([once(child, 'message'), ended])) as [ImportTook];
  await ended.catch(() => {});
  return took;
}
