import { eq, like, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAnnotation, annotationsFor, listAnnotations, removeAnnotation } from '@/db/annotations';
import type { Database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { annotations } from '@/db/schema-annotations';
import { auditLog } from '@/db/schema-audit';
import { users } from '@/db/schema-auth';
import { annotationSchema, type Annotation } from '@/lib/annotations/annotation';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { periodBins } from '@/lib/chart-period';
import { noFilters, withFilters } from '@/lib/filters';
import { testDatabase } from '../setup/database';

let db: Database;
const BY = 'ada';
const year = { from: '2020-01-01', to: '2020-12-31' };
const note = (text: string, more: Partial<Annotation> = {}): Annotation => ({
  startsOn: '2020-03-23',
  endsOn: '2020-05-12',
  text,
  place: null,
  pillar: null,
  ...more,
});
const shown = async (filters: Partial<typeof noFilters>, days = year) =>
  (await annotationsFor(db, withFilters(noFilters, filters), days)).map(({ text }) => text);

beforeAll(async () => {
  ({ db } = await testDatabase());
  await db.insert(users).values({ id: BY, name: 'Ada', email: 'ada@example.test', role: 'editor' });
  await addAnnotation(db, note('all'), BY);
  await addAnnotation(db, note('England', { place: 'GB-ENG', startsOn: '2020-04-01' }), BY);
  await addAnnotation(db, note('Prevent', { pillar: 'prevent', startsOn: '2020-05-01' }), BY);
});

describe('a note', () => {
  it('stands on the charts of its days, its place and what that lies in, and its pillar', async () => {
    expect(await shown({})).toEqual(['all', 'England', 'Prevent']);
    expect(await shown({ region: ['GB'] })).toEqual(['all', 'England', 'Prevent']);
    expect(await shown({ region: ['E12000007'] })).toEqual(['all', 'England', 'Prevent']);
    expect(await shown({ region: ['FR'] })).toEqual(['all', 'Prevent']);
    expect(await shown({ pillar: ['pursue'], region: ['FR', 'KZ'] })).toEqual(['all']);
    expect(await shown({}, { from: '2020-05-13', to: '2020-12-31' })).toEqual([]);
  });

  it('is numbered from the left, over its days as far as the chart has them', () => {
    const { period, bins } = periodBins(year);
    const tally = { title: '', total: 0, reported: 0, pillars: [] };
    const data = { period, total: 0, columns: bins.map((bin) => ({ ...bin, ...tally })) };
    const whole = note('whole', { startsOn: '2019-01-01', endsOn: '2021-01-01' });
    const may = note('May', { startsOn: '2020-05-01', endsOn: '2020-05-31' });
    const later = note('later', { startsOn: '2021-05-01', endsOn: '2021-05-31' });
    expect(notesOn([whole, may, later], data)).toEqual([
      { number: 1, from: 0, to: 1, annotation: whole },
      { number: 2, from: 4 / 12, to: 5 / 12, annotation: may },
    ]);
  });

  it('that is removed is off the charts, but not off those as known before; both are in the trail', async () => {
    const [first] = await listAnnotations(db);
    const before = await readRevision(db);
    expect(await removeAnnotation(db, first!.id, BY)).toBe(true);
    expect(await removeAnnotation(db, first!.id, BY)).toBe(false);
    expect(await readRevision(db)).toBeGreaterThan(before);
    expect(await shown({ region: ['FR'], pillar: ['pursue'] })).toEqual([]);
    await db.execute(
      sql`update annotations set written_at = '2026-06-01 22:59+00', removed_at = removed_at - interval '1 day'`,
    );
    await db
      .update(annotations)
      .set({ removedAt: '2026-06-02 12:00+00' })
      .where(eq(annotations.id, first!.id));
    expect(await shown({ asOf: '2026-06-01' })).toEqual(['all', 'England', 'Prevent']);
    expect(await shown({ asOf: '2026-06-02' })).toEqual(['England', 'Prevent']);
    expect(await shown({ asOf: '2026-05-31' })).toEqual([]);
    const trail = await db
      .select()
      .from(auditLog)
      .where(like(auditLog.subject, `annotation:${first!.id}`));
    expect(trail.map(({ action }) => action)).toEqual(['annotation.add', 'annotation.remove']);
  });

  it('is read as people write days and places, and refused where it cannot be', () => {
    const typed = { days: 'March 2020', last: '', text: ' Two\n lines ', place: 'england', pillar: '' };
    expect(annotationSchema.parse(typed)).toEqual({
      startsOn: '2020-03-01',
      endsOn: '2020-03-31',
      text: 'Two lines',
      place: 'GB-ENG',
      pillar: null,
    });
    expect(annotationSchema.parse({ ...typed, last: '12 May 2020' }).endsOn).toBe('2020-05-12');
    for (const wrong of [
      { days: 'soon' },
      { last: '1 January 2020' },
      { text: ' ' },
      { place: 'Atlantis' },
    ]) {
      const read = annotationSchema.safeParse({ ...typed, ...wrong });
      expect(read.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(wrong));
    }
  });
});
