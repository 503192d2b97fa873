import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { saveRules } from '@/db/import/preset-rules';
import { users } from '@/db/schema-auth';
import { ruleBookSchema } from '@/lib/import/mapping';
import { shippedRules } from '@/lib/import/presets';
import { gtd } from '@/lib/import/presets/gtd';
import { testDatabase } from '../setup/database';

let db: Database;
let url: string;
let folder: string;

beforeAll(async () => {
  ({ db, url } = await testDatabase());
  await db.insert(users).values({ id: 'someone', name: 'Some One', email: 'someone@example.test' });
  folder = await mkdtemp(path.join(tmpdir(), 'pillarwatch-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEAD = 'eventid,iyear,imonth,iday,country_txt,attacktype1_txt,nkill,summary';

/** Runs the command as a shell does: how it ended, and what it said. */
function command(...words: string[]): Promise<{ code: number; said: string }> {
  const args = ['--import', 'tsx', 'app/_start/import.ts', ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, DATABASE_URL: url } }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });
}

describe('npm run import', () => {
  it('writes a file into the database by the rules that are kept there, and says so', async () => {
    const shipped = shippedRules(gtd);
    const hijackings = {
      when: [{ column: 'attacktype1_txt', is: ['Hij*'] }],
      type: 'plot',
      pillars: ['protect'],
    };
    const book = ruleBookSchema.parse({ ...shipped, rules: [hijackings, ...shipped.rules] });
    await saveRules(db, gtd, book, { seen: 0, by: { id: 'someone' } });
    const file = path.join(folder, 'gtd.csv');
    const rows = ['7,2020,5,0,France,Hijacking,0,A ferry', '8,2020,5,1,Atlantis,Hijacking,0,A raft'];
    writeFileSync(file, [HEAD, ...rows].join('\n'));

    const first = await command(file, '--status', 'published');
    expect(first.said).toContain('Global Terrorism Database, by version 1 of the rules');
    expect(first.said).toMatch(/1 {2}new: added/);
    expect(first.said).toMatch(/1 {2}rejected/);
    expect(first.code).toBe(1);
    const [made] = await db.execute(sql`select e.type, e.pillars, e.precision, e.status, i.state,
      i.mapping -> 'rulesVersion' as version from events e join import_events w on w.event_id = e.id
      join imports i on i.id = w.import_id`);
    expect(made).toEqual({
      type: 'plot',
      pillars: ['protect'],
      precision: 'month',
      status: 'published',
      state: 'applied',
      version: 1,
    });

    // The good row alone is in already: nothing is written, and all that the file has is in.
    const good = path.join(folder, 'gtd-good.csv');
    writeFileSync(good, [HEAD, rows[0]].join('\n'));
    const revision = await readRevision(db);
    const second = await command(good, '--status', 'published');
    expect(second.said).toMatch(/ 1 {2}rows in the file/);
    expect(second.said).toMatch(/ 0 {2}new: added/);
    expect(second.said).toMatch(/ 1 {2}identical: were here/);
    expect(second.code).toBe(0);
    expect(await readRevision(db)).toBe(revision);
  });

  it('says in one sentence why a file or a set cannot be used, and writes nothing', async () => {
    const [pdf, other] = [path.join(folder, 'report.csv'), path.join(folder, 'gtd-set.csv')];
    writeFileSync(pdf, '%PDF-1.7\n');
    writeFileSync(other, [HEAD, '9,2021,1,1,France,Hijacking,0,A ferry'].join('\n'));
    const revision = await readRevision(db);
    const [unread, noSet] = await Promise.all([command(pdf), command(other, '--set', 'nowhere')]);
    expect(unread.said).toMatch(/^Pillarwatch: This is a PDF[^\n]*\n$/);
    expect(noSet.said).toMatch(/\nPillarwatch: There is no set nowhere\.[^\n]*\n$/);
    expect([unread.code, noSet.code]).toEqual([2, 2]);
    expect(await readRevision(db)).toBe(revision);
  });
});
