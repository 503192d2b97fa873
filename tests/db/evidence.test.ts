import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { createEvents, setArchived } from '@/db/event-writes';
import { evidenceHistory, listEvidence, questionsOf, readEvidence, recordEvidence } from '@/db/evidence';
import { readRevision } from '@/db/index-feed';
import { events } from '@/db/schema';
import { auditLog } from '@/db/schema-audit';
import { users } from '@/db/schema-auth';
import { evidence } from '@/db/schema-evidence';
import { seedIndicators } from '@/db/seed/seed-indicators';
import { seedSeries } from '@/db/seed/seed-series';
import { evidenceSchema, type Evidence } from '@/lib/evidence/evidence';
import { sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

let db: Database;
const BY = 'ada';
const now = { asOf: null };
const given: Evidence = { indicator: 'attacks', event: 'one', bearing: 'supports', note: 'It is one more.' };
const shown = async (asOf: string | null = null) =>
  (await readEvidence(db, 'attacks', { asOf })).map(({ bearing, event }) => `${event.slug} ${bearing}`);

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values({ id: BY, name: 'Ada', email: 'ada@example.test', role: 'editor' });
  await seedSeries(db);
  await seedIndicators(db);
  const made = sampleEvents(3, 5).map((event, i) => ({
    ...event,
    slug: ['one', 'two', 'draft'][i]!,
    sourceSet: 'desk',
    startsOn: `2020-0${i + 1}-10`,
    endsOn: `2020-0${i + 1}-10`,
    precision: 'day' as const,
    links: [],
    status: i === 2 ? ('draft' as const) : ('published' as const),
  }));
  await createEvents(db, made, BY);
});

describe('evidence for a question', () => {
  it('is recorded once, replaced only by who has read it, and kept with its history and in the trail', async () => {
    const before = await readRevision(db);
    expect(await recordEvidence(db, given, BY, 0)).toBe('recorded');
    expect(await readRevision(db)).toBe(before + 1);
    const against: Evidence = { ...given, bearing: 'against', note: 'It was counted twice.' };
    expect(await recordEvidence(db, against, BY, 0)).toMatchObject({
      standing: { by: 'Ada', note: given.note },
    });
    const id = (await evidenceHistory(db, given))[0]!.id;
    const answers = await Promise.all([1, 2].map(() => recordEvidence(db, against, BY, id)));
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1);
    expect(await shown()).toEqual(['one against']);
    expect((await listEvidence(db, 'attacks', 10)).map(({ bearing }) => bearing)).toEqual([
      'against',
      'supports',
    ]);
    const trail = await db.select().from(auditLog).where(eq(auditLog.subject, 'evidence:attacks/one'));
    expect(trail.map(({ action, before: was }) => [action, was])).toEqual([
      ['evidence.record', null],
      ['evidence.record', { bearing: 'supports', note: given.note }],
    ]);
  });

  it('is of questions and events that are there', async () => {
    expect(await recordEvidence(db, { ...given, event: 'none' }, BY, 0)).toEqual({ missing: 'event' });
    expect(await recordEvidence(db, { ...given, indicator: 'none' }, BY, 0)).toEqual({
      missing: 'indicator',
    });
    expect(await recordEvidence(db, { ...given, indicator: 'aid', bearing: 'withdrawn' }, BY, 0)).toEqual({
      missing: 'bearing',
    });
  });

  it('says nothing of drafts to readers, says of archived events that they are, and is read from both ends', async () => {
    await recordEvidence(db, { ...given, event: 'draft' }, BY, 0);
    await recordEvidence(db, { ...given, event: 'two', bearing: 'context' }, BY, 0);
    await recordEvidence(db, { ...given, event: 'two', indicator: 'aid' }, BY, 0);
    expect(await shown()).toEqual(['two context', 'one against']);
    const [two] = await db.select().from(events).where(eq(events.slug, 'two'));
    expect(
      (await questionsOf(db, two!.id, now)).map(({ indicator, bearing }) => [indicator, bearing]),
    ).toEqual([
      ['attacks', 'context'],
      ['aid', 'supports'],
    ]);
    await setArchived(db, 'two', two!.version, true, BY);
    expect((await readEvidence(db, 'attacks', now)).map(({ event }) => event.status)).toEqual([
      'archived',
      'published',
    ]);
  });

  it('that is withdrawn is gone for readers, but not as known before', async () => {
    const [last] = await evidenceHistory(db, given);
    expect(await recordEvidence(db, { ...given, bearing: 'withdrawn' }, BY, last!.id)).toBe('recorded');
    expect(await shown()).toEqual(['two context']);
    await db.update(evidence).set({ writtenAt: '2026-06-01 22:59+00' }).where(eq(evidence.id, last!.id));
    expect(await shown('2026-06-01')).toEqual(['one against']);
    expect(await shown('2026-05-31')).toEqual([]);
  });

  it('takes an event by its address or its slug, and says what is wrong with the rest', () => {
    for (const event of ['https://pw.example/events/one?asOf=2020-01-01', '/admin/events/one', ' one '])
      expect(evidenceSchema.parse({ ...given, event }).event).toBe('one');
    const wrong = evidenceSchema.safeParse({ indicator: '', event: 'No event', bearing: '', note: ' ' });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['indicator', 'event', 'bearing', 'note']);
  });
});
