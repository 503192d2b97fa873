import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { countTry, forgetTries } from '@/db/sign-in-tries';
import { testDatabase } from '../setup/database';

let db: Database;
const limit = { window: 900, max: 3 };

beforeAll(async () => {
  ({ db } = await testDatabase());
});

describe('countTry', () => {
  it('lets so many tries pass, then says how long to wait, to known and unknown accounts alike', async () => {
    for (let i = 0; i < limit.max; i++) expect(await countTry(db, 'a@example.test', limit)).toBe(0);
    const wait = await countTry(db, 'a@example.test', limit);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(limit.window);
    expect(await countTry(db, 'b@example.test', limit)).toBe(0);
  });

  it('counts one account, however its address is written', async () => {
    for (const email of ['C@example.test', ' c@EXAMPLE.test', 'c@example.test '])
      expect(await countTry(db, email, limit)).toBe(0);
    expect(await countTry(db, 'c@example.test', limit)).toBeGreaterThan(0);
  });

  it('lets no more pass when they come all at once', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => countTry(db, 'd@example.test', limit)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(limit.max);
  });

  it('starts again when the window is over, and after a sign-in', async () => {
    for (let i = 0; i <= limit.max; i++) await countTry(db, 'e@example.test', limit);
    await db.execute(sql`update rate_limits set last_request = last_request - ${limit.window * 1000}`);
    expect(await countTry(db, 'e@example.test', limit)).toBe(0);
    for (let i = 0; i <= limit.max; i++) await countTry(db, 'e@example.test', limit);
    await forgetTries(db, 'E@example.test');
    expect(await countTry(db, 'e@example.test', limit)).toBe(0);
  });

  it('keeps no address', async () => {
    await countTry(db, 'secret@example.test', limit);
    const rows = await db.execute<{ key: string }>(sql`select key from rate_limits`);
    expect(rows.some((row) => row.key.includes('secret'))).toBe(false);
  });
});
