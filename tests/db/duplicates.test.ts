import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { likelyDuplicates } from '@/db/duplicates';
import { createEvent, setArchived } from '@/db/event-writes';
import type { EventInput } from '@/lib/event';
import { shiftDay } from '@/lib/days';
import { sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;
const [base] = sampleEvents(1, 21);
const DAY = '2020-06-20';
const TITLE = 'Knife attack in a park in Reading';

const event = (change: Partial<EventInput>): EventInput => ({
  ...base!,
  title: TITLE,
  slug: 'knife-attack-reading-2020',
  startsOn: DAY,
  endsOn: DAY,
  precision: 'day',
  region: 'E12000008',
  ...change,
});

/** Slugs found for an event that differs from the stored one by `change`. */
async function found(change: Partial<EventInput>, itself: string | null = null): Promise<string[]> {
  return (await likelyDuplicates(db, event(change), itself)).map(({ slug }) => slug);
}

const stored = 'knife-attack-reading-2020';

beforeAll(async () => {
  ({ db } = await testDatabase());
  await createEvent(db, event({}), null);
  await createEvent(db, event({ slug: 'aid-2020', title: 'China sends medical masks to Italy' }), null);
});

describe('likelyDuplicates', () => {
  it('finds the very same event, though it would get the same slug', async () => {
    expect(await found({})).toEqual([stored]);
  });

  it('does not find the event that is being changed', async () => {
    expect(await found({}, stored)).toEqual([]);
  });

  it('finds a like title at the place, in what it lies in, and in what lies in it', async () => {
    const title = 'Three killed in a Reading park';
    expect(await found({ title })).toEqual([stored]);
    expect(await found({ title, region: 'GB' })).toEqual([stored]);
    expect(await found({ title, region: '001' })).toEqual([stored]);
    expect(await found({ title, region: 'FR' })).toEqual([]);
    expect(await found({ title, region: 'GB-SCT' })).toEqual([]);
  });

  it('looks within two weeks of the span for a like title', async () => {
    const title = 'Three killed in a Reading park';
    const at = (n: number) => ({ title, startsOn: shiftDay(DAY, n), endsOn: shiftDay(DAY, n) });
    expect(await found(at(14))).toEqual([stored]);
    expect(await found(at(-14))).toEqual([stored]);
    expect(await found(at(15))).toEqual([]);
    expect(await found(at(-15))).toEqual([]);
    expect(await found({ title, startsOn: '2020-01-01', endsOn: '2020-12-31', precision: 'year' })).toEqual([
      stored,
    ]);
  });

  it('looks within two months anywhere for nearly the same title', async () => {
    const title = 'Knife attack in a park at Reading';
    const at = (n: number) => ({ title, region: 'FR', startsOn: shiftDay(DAY, n), endsOn: shiftDay(DAY, n) });
    expect(await found(at(60))).toEqual([stored]);
    expect(await found(at(61))).toEqual([]);
  });

  it('leaves other titles of the same day and place alone', async () => {
    expect(await found({ title: 'Schools reopen after the summer' })).toEqual([]);
  });

  it('takes wildcards and quotes in a title as they are', async () => {
    expect(await found({ title: `%_' or "1"="1` })).toEqual([]);
  });

  it('passes over archived events', async () => {
    const slug = await createEvent(db, event({ title: 'Siege of a station in Lyon', region: 'FR' }), null);
    const twin = { title: 'Siege of a station in Lyon', region: 'FR' };
    expect(await found(twin)).toEqual([slug]);
    await setArchived(db, slug, 1, true, null);
    expect(await found(twin)).toEqual([]);
  });
});
