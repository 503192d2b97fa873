import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { RecordedAssessment } from '@/lib/assessments/assessment-sheet';
import type { Assessment, AssessmentKey } from '@/lib/assessments/assessment';
import { type Writer, writerId } from '@/lib/author';
import { firstOfMonth } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { isWithin, places } from '@/lib/places';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { endOfDay } from './london-days';
import { nextRevision } from './revision';
import { assessments } from './schema-assessments';
import { users } from './schema-auth';

/** What of a view's filters says which assessments belong to it. */
type Asked = Pick<Filters, 'region' | 'pillar' | 'from' | 'to' | 'asOf'>;

/** Entries that are read at once, with those that later ones replaced. */
const MOST = 2_000;

/** Every entry about the filtered places (and what lies in them), pillars and months, as known on the day asked about. */
function conditions({ region, pillar, from, to, asOf }: Asked) {
  const within = places.filter(({ code }) => region.some((chosen) => isWithin(code, chosen)));
  return and(
    region.length > 0
      ? inArray(
          assessments.place,
          within.map(({ code }) => code),
        )
      : undefined,
    pillar.length > 0 ? inArray(assessments.pillar, pillar) : undefined,
    from ? gte(assessments.month, firstOfMonth(from)) : undefined,
    to ? lte(assessments.month, to) : undefined,
    asOf ? lt(assessments.writtenAt, endOfDay(asOf)) : undefined,
  );
}

/** Assessments with their history: newest month first, within one month, place and pillar the newest entry first. */
export async function readAssessments(
  db: Database,
  filters: Asked,
): Promise<(RecordedAssessment & { by: string })[]> {
  const { month, place, pillar, id } = assessments;
  const newest = sql<number>`row_number() over (partition by ${month}, ${place}, ${pillar} order by ${id} desc)`;
  const rows = await db
    .select({
      id,
      month,
      place,
      pillar,
      trend: assessments.trend,
      reason: assessments.reason,
      writtenAt: assessments.writtenAt,
      by: users.name,
      current: sql<boolean>`${newest} = 1`,
    })
    .from(assessments)
    .innerJoin(users, eq(users.id, assessments.writtenBy))
    .where(conditions(filters))
    .orderBy(desc(month), asc(place), asc(pillar), desc(id))
    .limit(MOST);
  return rows;
}

/** The assessments that hold, newest month first; at most `limit`. */
export async function currentAssessments(
  db: Database,
  filters: Asked,
  limit: number,
): Promise<RecordedAssessment[]> {
  const all = await readAssessments(db, filters);
  return all
    .filter(({ current, trend }) => current && trend !== 'withdrawn')
    .slice(0, limit)
    .map(({ by: _by, ...one }) => one);
}

/** The entry that holds for a month, place and pillar, with who wrote it. */
export interface StandingAssessment extends Assessment {
  id: number;
  by: string;
  writtenAt: string;
}

/** The last entry about a month, place and pillar; null where there is none. */
export async function latestAssessment(
  db: Connection,
  { month, place, pillar }: AssessmentKey,
): Promise<StandingAssessment | null> {
  const [row] = await db
    .select({
      id: assessments.id,
      month: assessments.month,
      place: assessments.place,
      pillar: assessments.pillar,
      trend: assessments.trend,
      reason: assessments.reason,
      writtenAt: assessments.writtenAt,
      by: users.name,
    })
    .from(assessments)
    .innerJoin(users, eq(users.id, assessments.writtenBy))
    .where(and(eq(assessments.month, month), eq(assessments.place, place), eq(assessments.pillar, pillar)))
    .orderBy(desc(assessments.id))
    .limit(1);
  return row ?? null;
}

/**
 * Records an assessment over the entry `seen` (0 where none was shown), and answers null. Where another entry holds, nothing
 * is written and that one is given back, so that nobody replaces what they have not read.
 */
export async function recordAssessment(
  db: Database,
  given: Assessment,
  by: Exclude<Writer, null>,
  seen: number,
): Promise<StandingAssessment | null> {
  return db.transaction(async (tx) => {
    // Pages show assessments: their state has another name from now on. Its lock puts two who record in line.
    const revision = await nextRevision(tx);
    const before = await latestAssessment(tx, given);
    if (before !== null && before.id !== seen) return before;
    await tx.insert(assessments).values({ ...given, writtenBy: writerId(by)! });
    const subject = `assessment:${given.place}/${given.pillar}/${given.month.slice(0, 7)}`;
    const told = before && { trend: before.trend, reason: before.reason };
    await writeAudit(tx, {
      action: 'assessment.record',
      by,
      subject,
      revision,
      ...(told && { before: told }),
      after: { trend: given.trend, reason: given.reason },
    });
    return null;
  });
}
