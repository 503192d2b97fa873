import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { syncReferenceTables } from '@/db/seed/reference-tables';
import { testServer } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server's own database, from which others are made. */
    admin: string;
    /** The name of the database that every test file gets a copy of. */
    template: string;
  }
}

/** One server for the whole run, and one database made from the migrations once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const template = `pillarwatch_template_${randomUUID().slice(0, 8)}`;
  const url = server.urlOf(template);
  const admin = postgres(server.urlOf('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${template}`);
  await migrate(url);
  const { db, close } = openDatabase(url, 1);
  await syncReferenceTables(db);
  await close();
  project.provide('admin', server.urlOf('postgres'));
  project.provide('template', template);
  return async () => {
    await admin.unsafe(`drop database ${template} with (force)`);
    await admin.end();
    await server.stop();
  };
}
