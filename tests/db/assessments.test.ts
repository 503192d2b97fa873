import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { currentAssessments, latestAssessment, readAssessments, recordAssessment } from '@/db/assessments';
import type { Database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { assessments } from '@/db/schema-assessments';
import { auditLog } from '@/db/schema-audit';
import { users } from '@/db/schema-auth';
import { assessmentSchema, type Assessment } from '@/lib/assessments/assessment';
import { noFilters, withFilters } from '@/lib/filters';
import { testDatabase } from '../setup/database';

let db: Database;
const BY = 'ada';
const given: Assessment = {
  month: '2020-10-01',
  place: 'GB',
  pillar: 'prevent',
  trend: 'deteriorated',
  reason: 'Referrals fell by half.',
};
const shown = async (filters: Partial<typeof noFilters>) =>
  (await currentAssessments(db, withFilters(noFilters, filters), 10)).map(
    ({ place, pillar, trend }) => `${place} ${pillar} ${trend}`,
  );

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values({ id: BY, name: 'Ada', email: 'ada@example.test', role: 'editor' });
});

describe('an assessment', () => {
  it('is recorded once, replaced only by who has read it, and kept with its history', async () => {
    const before = await readRevision(db);
    expect(await recordAssessment(db, given, BY, 0)).toBeNull();
    expect(await readRevision(db)).toBe(before + 1);
    const first = (await latestAssessment(db, given))!;
    const better = { ...given, trend: 'improved' as const, reason: 'Referrals came back.' };
    // Two who record at the same time: one of them is shown what the other wrote.
    expect(await recordAssessment(db, better, BY, 0)).toMatchObject({ id: first.id, by: 'Ada' });
    const answers = await Promise.all([1, 2].map(() => recordAssessment(db, better, BY, first.id)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(await readAssessments(db, noFilters)).toMatchObject([
      { trend: 'improved', current: true },
      { trend: 'deteriorated', current: false },
    ]);
    const trail = await db.select().from(auditLog).where(eq(auditLog.action, 'assessment.record'));
    expect(trail).toMatchObject([
      { subject: 'assessment:GB/prevent/2020-10', before: null },
      { before: { trend: 'deteriorated' }, after: { trend: 'improved' } },
    ]);
  });

  it('is shown for its place and what that lies in, its pillar, its month, and from the day it was known on', async () => {
    await recordAssessment(db, { ...given, place: 'GB-ENG', pillar: 'pursue', trend: 'unchanged' }, BY, 0);
    await recordAssessment(db, { ...given, place: 'FR', month: '2020-11-01' }, BY, 0);
    expect(await shown({})).toEqual([
      'FR prevent deteriorated',
      'GB prevent improved',
      'GB-ENG pursue unchanged',
    ]);
    expect(await shown({ region: ['GB'] })).toEqual(['GB prevent improved', 'GB-ENG pursue unchanged']);
    expect(await shown({ region: ['GB-ENG'] })).toEqual(['GB-ENG pursue unchanged']);
    expect(await shown({ region: ['GB'], pillar: ['prevent'] })).toEqual(['GB prevent improved']);
    expect(await shown({ from: '2020-10-20', to: '2020-10-21' })).toEqual([
      'GB prevent improved',
      'GB-ENG pursue unchanged',
    ]);
    await db.execute(
      sql`update assessments set written_at = '2026-06-01 23:00:00+00' where trend <> 'deteriorated'`,
    );
    await db.execute(
      sql`update assessments set written_at = '2026-06-01 22:59:59+00' where trend = 'deteriorated'`,
    );
    expect(await shown({ asOf: '2026-06-01', region: ['GB'] })).toEqual(['GB prevent deteriorated']);
    expect(await shown({ asOf: '2026-05-31' })).toEqual([]);
  });

  it('that is withdrawn is not shown, and can be followed by another', async () => {
    const { id } = (await latestAssessment(db, given))!;
    await recordAssessment(db, { ...given, trend: 'withdrawn', reason: 'Recorded in error.' }, BY, id);
    expect(await shown({ region: ['GB'], pillar: ['prevent'] })).toEqual([]);
    expect(
      await readAssessments(db, withFilters(noFilters, { pillar: ['prevent'], region: ['GB'] })),
    ).toHaveLength(3);
  });

  it('is refused where it is not of a month, a place, or a trend that there is', async () => {
    const typed = { ...given, month: 'October 2020', place: 'united kingdom' };
    expect(assessmentSchema.parse({ ...typed, reason: ' Two\n lines ' })).toEqual({
      ...given,
      reason: 'Two lines',
    });
    for (const wrong of [
      { month: '3 October 2020' },
      { month: '2020' },
      { month: 'January 2999' },
      { place: 'Atlantis' },
      { pillar: 'all' },
      { trend: 'worse' },
      { reason: '  ' },
      { reason: 'x'.repeat(301) },
    ]) {
      const read = assessmentSchema.safeParse({ ...typed, ...wrong });
      expect(read.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(wrong));
    }
    const stored = { ...given, writtenBy: BY };
    for (const wrong of [{ month: '2020-10-02' }, { place: 'XX' }, { trend: 'worse' as Assessment['trend'] }])
      await expect(db.insert(assessments).values({ ...stored, ...wrong })).rejects.toThrow('assessments');
  });
});
