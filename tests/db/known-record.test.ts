import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { openExport } from '@/db/event-export';
import { readEvents } from '@/db/event-record';
import { readStudy } from '@/db/event-study';
import { createEvents, setArchived, updateEvent } from '@/db/event-writes';
import { listEvents } from '@/db/events';
import { readFacets } from '@/db/facets';
import { readRevision } from '@/db/index-feed';
import { readWatched } from '@/db/indicator-readings';
import { writeIndicator } from '@/db/indicators';
import { changedSince, readKnownOn } from '@/db/known-changes';
import { recordAtRevision, revisionAt } from '@/db/known-record';
import { historyOf } from '@/db/related';
import { readSeedIndicators } from '@/db/seed/seed-indicators';
import type { EventInput } from '@/lib/event';
import { parseStudy } from '@/lib/event-study/study-question';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { anyFilters, anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;
let url: string;
const questions = [
  noFilters,
  withFilters(noFilters, { q: 'masks or border' }),
  ...fc.sample(anyFilters, { numRuns: 25, seed: 11 }),
];

const study = parseStudy(new URLSearchParams('a.type=policy&b.pillar=prevent&weeks=8')).question;

/** Everything that readers can be told of the record under some filters, and the whole of each event. */
async function told(of: Database) {
  const answers = [];
  for (const filters of questions) {
    const { revision: _, ...facets } = await readFacets(of, filters);
    const page = { sort: { by: 'date', descending: true }, after: null, before: null, limit: 20 } as const;
    answers.push({ facets, page: await listEvents(of, filters, page) });
  }
  const ids = await of.execute<{ id: number }>(sql`select id from events order by id`);
  const whole = await readEvents(
    of,
    ids.map(({ id }) => id),
  );
  const watched = await readWatched(of);
  return {
    answers,
    whole,
    history: await historyOf(of, ids[3]!.id),
    readings: watched.map(({ readings }) => readings),
    study: (await readStudy(of, study)).found?.study,
  };
}

const states: { revision: number; told: Awaited<ReturnType<typeof told>> }[] = [];
const asked = (filters: Partial<Filters>): Filters =>
  withFilters(noFilters, { asOf: '2026-11-20', ...filters });

beforeAll(async () => {
  ({ db, url } = await testDatabase());
  for (const [position, indicator] of readSeedIndicators().entries())
    if (['attacks', 'killed-in-attacks'].includes(indicator.slug))
      await writeIndicator(db, { ...indicator, position, retired: false }, null);
  const samples = sampleEvents(160, 5, anyStoredEvent);
  const slugs = await createEvents(db, samples.slice(0, 80), null);
  const keep = async (): Promise<void> =>
    void states.push({ revision: await readRevision(db), told: await told(db) });
  await keep();
  for (const round of [0, 1]) {
    for (const [i, slug] of slugs.entries()) {
      if (i % 4 !== round) continue;
      const after: EventInput = { ...samples[80 + i]!, links: [slugs[(i + 7) % 80]!, slug] };
      await updateEvent(db, slug, 1, after, null);
      if (i % 3 === 0) await setArchived(db, slug, 2, true, null);
    }
    await createEvents(db, sampleEvents(5, 100 + round, anyStoredEvent), null);
    await keep();
  }
});

describe('the record as it was known', () => {
  it('answers every question at each revision as it answered then', async () => {
    for (const { revision, told: then } of states)
      expect(await told(recordAtRevision(url, revision, db))).toEqual(then);
  });

  it('was empty before it began', async () => {
    const before = recordAtRevision(url, 0);
    expect(await readFacets(before, noFilters)).toMatchObject({ total: 0, all: 0, extent: null });
    expect((await openExport(before, asked({}))).head.total).toBe(0);
  });

  it('has a view for each table, of the same columns', async () => {
    const columns = (schema: string) =>
      db.execute(sql`
      select v.table_name, c.column_name, c.data_type, c.udt_name from information_schema.views v
      join information_schema.columns c on c.table_name = v.table_name and c.table_schema = ${schema}
      where v.table_schema = 'known' and v.table_name <> 'snapshots' order by 1, 2`);
    const tables = await columns('public');
    expect(new Set(tables.map((row) => row['table_name']))).toHaveProperty('size', 12);
    expect([...(await columns('known'))]).toEqual([...tables]);
  });

  it('is never mistaken for today’s: what asks of a past day is refused there', async () => {
    await expect(readFacets(db, asked({}))).rejects.toThrow('as known on 2026-11-20');
    await expect(openExport(db, asked({}))).rejects.toThrow('as known on 2026-11-20');
    await expect(recordAtRevision(url, 1).execute(sql`delete from articles`)).rejects.toThrow(
      'delete from articles',
    );
  });

  it('takes what was written before midnight in London for the day’s, and says what became of it since', async () => {
    const first = states[0]!.revision;
    // In July midnight in London is 23:00 in UTC.
    await db.execute(sql`update event_changes set changed_at = case when revision <= ${first}
      then timestamptz '2026-07-01 22:59:59+00' else timestamptz '2026-07-01 23:00:00+00' end`);
    expect(await revisionAt(db, '2026-06-30')).toBe(0);
    expect(await revisionAt(db, '2026-07-01')).toBe(first);
    expect(await revisionAt(db, '2026-07-02')).toBe(await readRevision(db));
    const changes = (await changedSince(db, '2026-07-01'))!;
    const now = states.at(-1)!.told.whole.filter(({ status }) => status === 'published');
    const then = states[0]!.told.whole.filter(({ status }) => status === 'published');
    const ids = (list: readonly { id: number }[]): Set<number> => new Set(list.map(({ id }) => id));
    const of = (kind: string) => ids(changes.filter((change) => change.kind === kind));
    expect(of('added')).toEqual(ids(now.filter(({ id }) => !ids(then).has(id))));
    expect(of('withdrawn')).toEqual(ids(then.filter(({ id }) => !ids(now).has(id))));
    const versions = new Map(then.map(({ id, version }) => [id, version]));
    expect(of('changed')).toEqual(
      ids(now.filter(({ id, version }) => versions.has(id) && versions.get(id) !== version)),
    );
    expect(await readKnownOn(db, '2026-07-01')).toEqual({
      day: '2026-07-01',
      began: '2026-07-01',
      since: { added: of('added').size, changed: of('changed').size, withdrawn: of('withdrawn').size },
    });
    expect((await readKnownOn(db, '2026-06-30')).since).toEqual({
      added: now.length,
      changed: 0,
      withdrawn: 0,
    });
  });
});

describe('a study', () => {
  it('is counted once for all who ask the same, anew after an edit, and the last eight are kept', async () => {
    const ask = async (weeks = study.weeks) => (await readStudy(db, { ...study, weeks })).found;
    const [page, file] = await Promise.all([ask(), ask()]);
    expect(page).not.toBeNull();
    expect(file).toBe(page);
    for (const weeks of [1, 2, 3, 4, 5, 6, 7]) await ask(weeks);
    expect(await ask()).toBe(page);
    for (const weeks of [9, 10, 11, 12, 13, 14, 15, 16]) await ask(weeks);
    const again = await ask();
    expect(again).not.toBe(page);
    expect(again).toEqual(page);
    await createEvents(db, sampleEvents(1, 300, anyStoredEvent), null);
    const after = await ask();
    expect(after).not.toBe(again);
    expect(await ask()).toBe(after);
  });
});
