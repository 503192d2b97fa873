import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readRevision } from '@/db/index-feed';
import { indicatorCounts } from '@/db/indicator-counts';
import { recordAtRevision, revisionAt } from '@/db/known-record';
import { readSeedIndicators } from '@/db/seed/seed-indicators';
import { readSeedSeries, seedSeries } from '@/db/seed/seed-series';
import { deleteSeries, listSeries, readSeries, writeSeries } from '@/db/series';
import { users } from '@/db/schema-auth';
import { today } from '@/lib/days';
import { secondPool, testDatabase } from '../setup/database';

const { db, url } = await testDatabase();
await db.insert(users).values({ id: 'ed', name: 'Ed', email: 'ed@example.org' });

describe('series', () => {
  it('are put in once by any number of instances, and a second run writes nothing', async () => {
    const both = await Promise.all([seedSeries(db), seedSeries(secondPool(url))]);
    expect(both.flat().sort()).toEqual(
      readSeedSeries()
        .map(({ key }) => key)
        .sort(),
    );
    const revision = await readRevision(db);
    expect(await seedSeries(db)).toEqual([]);
    expect(await readRevision(db)).toBe(revision);
    const referrals = (await readSeries(db, 'prevent-referrals'))!;
    expect(referrals.observations.map(({ value }) => value)).toEqual([5737, 6287, 4915, 6406, 6817]);
    expect((await listSeries(db)).find(({ key }) => key === 'prevent-referrals')).toMatchObject({
      count: 5,
      from: '2018-04-01',
      to: '2023-03-31',
    });
  });

  it('that a person has changed are never written over by the product', async () => {
    const { updatedAt, observations, ...series } = (await readSeries(db, 'channel-adopted'))!;
    const mine = observations.slice(0, 1);
    expect(await writeSeries(db, series, mine, 'ed', { seen: updatedAt })).toBe(true);
    expect(await seedSeries(db)).toEqual([]);
    expect((await readSeries(db, 'channel-adopted'))!.observations).toEqual(mine);
  });

  it('are not saved over what somebody else has saved since, nor over another of the same address', async () => {
    const { updatedAt, observations, ...series } = (await readSeries(db, 'channel-discussed'))!;
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        writeSeries(db, { ...series, unit: `units ${i}` }, observations, 'ed', { seen: updatedAt }),
      ),
    );
    expect(saves.filter(Boolean)).toHaveLength(1);
    expect(await writeSeries(db, series, [], 'ed', 'new')).toBe(false);
    expect(await writeSeries(db, series, [], 'ed', { seen: "now' or true --" })).toBe(false);
    expect((await readSeries(db, 'channel-discussed'))!.observations).toEqual(observations);
  });

  it('raise the revision with every write, so that pages show it', async () => {
    const before = await readRevision(db);
    expect(await deleteSeries(db, 'channel-discussed', 'ed')).toBe(true);
    expect(await deleteSeries(db, 'channel-discussed', 'ed')).toBe(false);
    expect(await readRevision(db)).toBeGreaterThan(before);
    expect(await readSeries(db, 'channel-discussed')).toBeNull();
  });

  it('are known as they stood at each revision, after changes and after they are gone', async () => {
    const [given] = readSeedSeries();
    const { observations, ...named } = { ...given!, key: 'known-then' };
    const revised = observations.map((one, i) =>
      i === 1 ? { ...one, value: 1.5, marks: ['r' as const] } : one,
    );
    const states: { revision: number; all: unknown; one: unknown; counts: unknown }[] = [];
    const stateOf = async (of: typeof db) => {
      const one = await readSeries(of, 'known-then');
      return {
        all: await listSeries(of),
        one: one && { ...one, updatedAt: null },
        counts: await indicatorCounts(of, { ...readSeedIndicators()[0]!, series: 'known-then' }),
      };
    };
    const keep = async () => void states.push({ revision: await readRevision(db), ...(await stateOf(db)) });
    await keep();
    await writeSeries(db, named, observations, 'ed');
    await keep();
    await writeSeries(db, { ...named, unit: 'people', url: null }, revised, 'ed');
    await keep();
    await deleteSeries(db, 'known-then', 'ed');
    await keep();
    for (const { revision, ...then } of states)
      expect(await stateOf(recordAtRevision(url, revision, db))).toEqual(then);
    expect(states.map(({ one }) => one === null)).toEqual([true, false, false, true]);
    // A day ends with the last write to a series too, though no event was written after it.
    expect(await revisionAt(db, today())).toBe(states.at(-1)!.revision);
  });

  it('written before their changes were kept are known from the audit trail', async () => {
    const kept = () =>
      db.execute(
        sql`select revision, series, snapshot, changed_by from series_changes order by series, revision`,
      );
    const before = [...(await kept())];
    expect(before.some(({ snapshot }) => snapshot === null)).toBe(true);
    await db.execute(sql`truncate series_changes`);
    const [, , , fromTrail, fromTables] = readFileSync('drizzle/0029_series-changes.sql', 'utf8').split(
      '--> statement-breakpoint',
    );
    await db.execute(sql.raw(fromTrail!));
    expect([...(await kept())]).toEqual(before);
    // Without a word of them in the trail, they are known as they stand.
    await db.execute(sql`truncate series_changes`);
    await db.execute(sql.raw(fromTables!));
    const now = recordAtRevision(url, await readRevision(db), db);
    expect(await readSeries(now, 'prevent-referrals')).toEqual(await readSeries(db, 'prevent-referrals'));
    expect(await listSeries(now)).toEqual(await listSeries(db));
  });
});
