import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { syncReferenceTables } from '@/db/seed/seed';
import { startServer } from '@/db/server';

declare module 'vitest' {
  interface ProvidedContext {
    server: string;
  }
}

/** One server for the whole run, and one database made from the migrations, which every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await testServer();
  const admin = postgres(`${address}/postgres`, { max: 1, onnotice: () => {} });
  await admin`drop database if exists pillarwatch_template`;
  await admin`create database pillarwatch_template`;
  await admin.end();
  await migrate(`${address}/pillarwatch_template`);
  const { db, close } = openDatabase(`${address}/pillarwatch_template`, 1);
  await syncReferenceTables(db);
  await close();
  project.provide('server', address);
  return stop;
}

/** The server of DATABASE_URL_TEST, else an embedded one of our own. A failure ends the run: no test skips for it. */
async function testServer(): Promise<{ address: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { address: given.replace(/\/[^/]*$/, ''), stop: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pillarwatch-test-'));
  // The server's own user must get through.
  chmodSync(dataDir, 0o755);
  const server = await startServer({ dataDir, say: () => {}, durable: false });
  return {
    address: server.url.replace(/\/[^/]*$/, ''),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
