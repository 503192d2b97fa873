import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { cancelImport, readImport } from '@/db/import/imports';
import { runJob } from '@/db/import/job';
import { readRevision } from '@/db/index-feed';
import type { Outcome } from '@/lib/import/outcome';
import { sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';
import { check, fileOf, fromRow, type TestImport } from '../setup/import';

let db: Database;
let to: TestImport;
beforeAll(async () => {
  const made = await testDatabase();
  ({ db } = made);
  to = { ...made, set: 'desk' };
});

const file = (from: number, count: number): Outcome[] =>
  sampleEvents(count, from).map((event, i) =>
    fromRow(i + 2, { ...event, title: `Number ${from} ${i * 7919}` }, `${from}-${i}`),
  );

const counted = async () =>
  (
    await db.execute<{ events: number; changes: number; revision: number }>(
      sql`select (select count(*)::int from events) as events, (select count(*)::int from event_changes) as changes`,
    )
  )[0]!;

/** Holds the end of the audit trail: an import has then written all and cannot commit. */
async function whileNothingCommits(work: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from audit_head for update`);
    await work();
  });
}

const untilHeld = (): Promise<void> =>
  until(async () => {
    const [found] = await db.execute<{ waits: boolean }>(sql`select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query ilike '%audit_log%') as waits`);
    return found!.waits;
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await holds()); i++) {
    if (i > 1000) throw new Error('It never came to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The server ends a job's connection, and with it says that the job is over, after the job itself has ended. */
const untilOver = (id: number): Promise<void> => until(async () => !(await readImport(db, id))!.running);

describe('an import whose server is killed in the middle', () => {
  it('leaves the record as it was, is shown as stopped, and can be run again', async () => {
    const { id } = await check(to, file(1, 300));
    const before = await counted();
    const revision = await readRevision(db);
    await whileNothingCommits(async () => {
      const script = path.resolve('tests/setup/apply-import.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', script, String(id)], {
        stdio: 'inherit',
        env: { ...process.env, DATABASE_URL: to.url, AUTH_SECRET: 'x'.repeat(40) },
      });
      await untilHeld();
      expect(await readImport(db, id)).toMatchObject({ state: 'applying', running: true });
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    await untilOver(id);
    expect(await readImport(db, id)).toMatchObject({ state: 'applying' });
    expect(await counted()).toEqual(before);
    expect(await readRevision(db)).toBe(revision);
    expect(await runJob(db, to.url, id, { kind: 'apply', by: null })).toBe(true);
    expect((await counted()).events).toBe(before.events + 300);
  });
});

describe('an import that is cancelled', () => {
  it('while it writes leaves the record as it was, and stands where it was', async () => {
    const { id } = await check(to, file(2, 100));
    const before = await counted();
    await whileNothingCommits(async () => {
      const job = runJob(db, to.url, id, { kind: 'apply', by: null });
      await untilHeld();
      await cancelImport(db, id);
      expect(await job).toBe(false);
    });
    await untilOver(id);
    expect(await readImport(db, id)).toMatchObject({
      state: 'checked',
      problem: 'It was cancelled. Nothing was written.',
    });
    expect(await counted()).toEqual(before);
  });

  it('while it reads goes back to where it can be read again', async () => {
    const { id } = await check(to, file(3, 3));
    async function* endless(): AsyncGenerator<Outcome> {
      for (let row = 2; ; row++) {
        if (row === 10) await cancelImport(db, id);
        if (row > 10) await new Promise((resolve) => setTimeout(resolve, 100));
        yield { kind: 'skipped', row, reason: 'empty' };
      }
    }
    const open = async () => ({ outcomes: endless(), bytesDone: () => 0 });
    expect(await runJob(db, to.url, id, { kind: 'check', open })).toBe(false);
    await untilOver(id);
    expect(await readImport(db, id)).toMatchObject({ state: 'uploaded' });
    expect(await runJob(db, to.url, id, { kind: 'check', open: fileOf(file(3, 3)) })).toBe(true);
  });
});

describe('imports', () => {
  it('run one at a time, and no import twice at once', async () => {
    const [a, b] = [await check(to, file(4, 20)), await check(to, file(5, 20))];
    const before = await counted();
    const done = await Promise.all(
      [a.id, b.id, a.id].map((id) => runJob(db, to.url, id, { kind: 'apply', by: null })),
    );
    expect(done.filter(Boolean)).toHaveLength(2);
    expect((await counted()).events).toBe(before.events + 40);
  });

  it('that cannot be read end with the reason, and are told from those that broke', async () => {
    const { id } = await check(to, []);
    // oxlint-disable-next-line require-yield -- it fails before its first row
    async function* broken(): AsyncGenerator<Outcome> {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    const open = async () => ({ outcomes: broken(), bytesDone: () => 0 });
    expect(await runJob(db, to.url, id, { kind: 'check', open })).toBe(false);
    expect((await readImport(db, id))!.problem).toBe('The disk is full. Nothing was written.');
    const unexpected = async () => {
      throw new TypeError('a defect');
    };
    await expect(runJob(db, to.url, id, { kind: 'check', open: unexpected })).rejects.toThrow('a defect');
    await untilOver(id);
    expect(await readImport(db, id)).toMatchObject({ state: 'uploaded' });
    expect((await readImport(db, id))!.problem).toMatch(/the log of the server/);
  });
});
