import { describe, expect, it } from 'vitest';
import { readRevision } from '@/db/index-feed';
import { readSeedSeries, seedSeries } from '@/db/seed/seed-series';
import { deleteSeries, listSeries, readSeries, writeSeries } from '@/db/series';
import { users } from '@/db/schema-auth';
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
});
