import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { readEvent } from '@/db/event-record';
import { indicatorCounts } from '@/db/indicator-counts';
import { readIndicator, writeIndicator } from '@/db/indicators';
import { readRevision } from '@/db/index-feed';
import { events } from '@/db/schema';
import { indicatorChanges, indicatorStates } from '@/db/schema-alerts';
import { users } from '@/db/schema-auth';
import {
  evaluateIndicators,
  lastStatusChange,
  readLastNoticed,
  readStatusChanges,
} from '@/db/status-history';
import type { EventInput } from '@/lib/event';
import { evaluate } from '@/lib/indicators/evaluate';
import { attacksByMonth, attacksIndicator as indicator, months } from '../setup/attacks-by-month';
import { secondPool, testDatabase } from '../setup/database';

const { db, url } = await testDatabase();
const others = [db, secondPool(url), secondPool(url)];
await db.insert(users).values({ id: 'ed', name: 'Ed', email: 'ed@example.org' });

await writeIndicator(db, { ...indicator, position: 0, retired: false }, 'ed');
const history = async () =>
  (await readStatusChanges(db, { indicator: 'attacks', most: 100 }))
    .reverse()
    .map(({ kind, from, fromStatus, status }) => `${kind} ${from.slice(0, 7)} ${fromStatus} ${status}`);
/** What is stored as said, beside what the record says. */
async function expectAgreement(): Promise<void> {
  const [state] = await db.select().from(indicatorStates);
  const readings = evaluate(await indicatorCounts(db, indicator), indicator);
  const told = ({ from, to, status, side }: { from: string; to: string; status: string; side: number }) =>
    [from, to, status, side].join(' ');
  expect(state!.said.slice(0, readings.length).map(told)).toEqual(readings.map(told));
  expect(state!.said.slice(readings.length).every(({ status }) => status === 'unknown')).toBe(true);
  expect([state!.status, state!.side]).toEqual(
    readings.length > 0 ? [readings.at(-1)!.status, readings.at(-1)!.side] : [state!.status, state!.side],
  );
  expect(state!.revision).toBe(await readRevision(db));
}

describe('the history of what an indicator says', () => {
  it('is stored once, however many evaluators find a change at once', async () => {
    expect(await evaluateIndicators(db)).toBe(0);
    await createEvents(db, attacksByMonth([1, 2, 1, 1, 2, 1, 1, 2, 1, 2]), 'ed');
    const found = await Promise.all([...others, ...others].map((one) => evaluateIndicators(one)));
    expect(found.reduce((sum, n) => sum + n, 0)).toBe(1);
    await createEvents(db, attacksByMonth([9], 10), 'ed');
    const again = await Promise.all([...others, ...others].map((one) => evaluateIndicators(one)));
    expect(again.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await history()).toEqual(['begun 2019-10 null normal', 'alert 2019-11 normal high']);
    const [alert] = await readStatusChanges(db, { told: true, most: 5 });
    expect(alert).toMatchObject({ revision: await readRevision(db), question: 'More attacks?' });
    expect(alert!.reason).toMatch(/^9 events in November 2019; .+ expected from the 7 months before$/);
    expect((await readLastNoticed(db)).get('attacks')!.kind).toBe('alert');
    await expectAgreement();
  });

  it('tells an edit of the past as a revision, and nobody of it', async () => {
    const before = await lastStatusChange(db);
    await createEvents(db, attacksByMonth([9], 8), 'ed');
    await evaluateIndicators(db);
    const added = await history();
    expect(added).toContain('revised 2019-09 normal high');
    expect(await lastStatusChange(db)).toBeGreaterThan(before);
    expect((await readStatusChanges(db, { told: true, most: 9 })).length).toBeLessThan(3);
    await expectAgreement();
  });

  it('says that the question was changed, where it was', async () => {
    const { updatedAt: _at, ...stored } = (await readIndicator(db, 'attacks'))!;
    await writeIndicator(db, { ...stored, raised: 0.5, high: 0.6 }, 'ed');
    expect(await evaluateIndicators(db)).toBe(1);
    expect((await history()).at(-1)).toMatch(/^redefined 2019-11/);
    await writeIndicator(db, stored, 'ed');
    await evaluateIndicators(db);
    await expectAgreement();
    // Words are no question.
    await writeIndicator(db, { ...stored, why: 'To know more.' }, 'ed');
    expect(await evaluateIndicators(db)).toBe(0);
  });

  it('agrees with what is computed after any writes, with evaluators that come when they come', async () => {
    let seed = 20_201_028;
    const chance = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let turn = 0; turn < 14; turn++) {
      const slug = `a-${1 + chance(await db.$count(events))}`;
      const event = (await readEvent(db, slug))!;
      if (turn % 3 === 0) await createEvents(db, attacksByMonth([1 + chance(6)], chance(20)), 'ed');
      else if (turn % 3 === 1) await setArchived(db, slug, event.version, event.status !== 'archived', 'ed');
      else {
        const month = months[chance(20)]!;
        const { version, ...rest } = event;
        const moved = { ...(rest as EventInput), startsOn: month.from, endsOn: month.to };
        await updateEvent(db, slug, version, moved, 'ed');
      }
      // Some are evaluated at once by all, some by one, some not until later.
      if (turn % 4 !== 3) await Promise.all(others.slice(chance(3)).map((one) => evaluateIndicators(one)));
    }
    await Promise.all(others.map((one) => evaluateIndicators(one)));
    await expectAgreement();
    const rows = await db.select().from(indicatorChanges).orderBy(asc(indicatorChanges.id));
    // What was told is a chain: each begins where the one before ended.
    const chain = rows.filter(({ kind }) => kind !== 'revised');
    expect(chain.length).toBeGreaterThan(4);
    for (const [i, { fromStatus, fromSide }] of chain.entries())
      if (i > 0) expect([fromStatus, fromSide]).toEqual([chain[i - 1]!.status, chain[i - 1]!.side]);
  });
});
