import { describe, expect, it } from 'vitest';
import { createEvents } from '@/db/event-writes';
import { readRevision } from '@/db/index-feed';
import { indicatorCounts, recordHorizon } from '@/db/indicator-counts';
import { readWatched, readWatchedOne } from '@/db/indicator-readings';
import { readIndicator, writeIndicator } from '@/db/indicators';
import { users } from '@/db/schema-auth';
import { readSeedIndicators, seedIndicators } from '@/db/seed/seed-indicators';
import { seedSeries } from '@/db/seed/seed-series';
import { sampleEvents } from '../setup/arbitraries';
import { secondPool, testDatabase } from '../setup/database';

const { db, url } = await testDatabase();
await db.insert(users).values({ id: 'ed', name: 'Ed', email: 'ed@example.org' });
await seedSeries(db);

describe('indicators', () => {
  it('are put in once by any number of instances, and a second run writes nothing', async () => {
    const both = await Promise.all([seedIndicators(db), seedIndicators(secondPool(url))]);
    expect(both.flat().sort()).toEqual(
      readSeedIndicators()
        .map(({ slug }) => slug)
        .sort(),
    );
    const revision = await readRevision(db);
    expect(await seedIndicators(db)).toEqual([]);
    expect(await readRevision(db)).toBe(revision);
  });

  it('say nothing of an empty record', async () => {
    expect(await recordHorizon(db)).toBeNull();
    expect((await readWatchedOne(db, 'attacks'))!.readings).toEqual([]);
    expect(await readWatchedOne(db, 'none')).toBeNull();
  });

  it('count what the record holds, by the period in which an event starts, and see a write at once', async () => {
    const events = sampleEvents(120, 7).map((event) => ({
      ...event,
      sourceSet: 'desk',
      status: 'published' as const,
    }));
    await createEvents(db, events, 'ed');
    const horizon = (await recordHorizon(db))!;
    const { indicator, readings } = (await readWatchedOne(db, 'attacks'))!;
    expect(readings.at(-1)!.to <= horizon).toBe(true);
    const naive = readings.map(
      ({ from, to }) =>
        events.filter(
          ({ type, startsOn, precision }) =>
            type === 'attack' && precision !== 'reported' && startsOn >= from && startsOn <= to,
        ).length,
    );
    expect(readings.map(({ value }) => value)).toEqual(naive);
    const killed = await indicatorCounts(db, { ...indicator, measure: 'sum', counted: 'killed' });
    const naiveKilled = killed.map(({ from, to }) =>
      events
        .filter(
          ({ type, startsOn, precision }) =>
            type === 'attack' && precision !== 'reported' && startsOn >= from && startsOn <= to,
        )
        .flatMap(({ measures }) => measures)
        .reduce((sum, { measure, value }) => sum + (measure === 'killed' ? value : 0), 0),
    );
    killed.forEach(({ value }, i) => expect(value).toBeCloseTo(naiveKilled[i]!, 6));
    const days = await indicatorCounts(db, { ...indicator, query: '', measure: 'last', counted: 'days' });
    const lasts = days.map(({ from, to }) => {
      const given = events
        .filter(
          ({ startsOn, measures }) =>
            startsOn >= from && startsOn <= to && measures.some(({ measure }) => measure === 'days'),
        )
        .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
        .at(-1);
      return given
        ? Math.max(...given.measures.filter(({ measure }) => measure === 'days').map(({ value }) => value))
        : null;
    });
    expect(days.map(({ value }) => value)).toEqual(lasts);
    expect(lasts.some((value) => value !== null) && lasts.includes(null)).toBe(true);
    const period = readings.at(-1)!;
    await createEvents(
      db,
      [
        {
          ...events[0]!,
          slug: 'one-more',
          type: 'attack',
          startsOn: period.from,
          endsOn: period.from,
          precision: 'day',
        },
      ],
      'ed',
    );
    expect((await readWatchedOne(db, 'attacks'))!.readings.at(-1)!.value).toBe(period.value! + 1);
  });

  it('that a person has changed are never written over by the product, nor saved over a newer one', async () => {
    const { updatedAt, ...aid } = (await readIndicator(db, 'aid'))!;
    const saves = await Promise.all(
      [1, 2, 3].map((n) => writeIndicator(db, { ...aid, why: `Because ${n}` }, 'ed', { seen: updatedAt })),
    );
    expect(saves.filter(Boolean)).toHaveLength(1);
    expect(await writeIndicator(db, aid, 'ed', 'new')).toBe(false);
    expect(await seedIndicators(db)).toEqual([]);
    expect((await readIndicator(db, 'aid'))!.why).toMatch(/^Because/);
    expect((await readWatched(db)).length).toBe(readSeedIndicators().length);
  });
});
