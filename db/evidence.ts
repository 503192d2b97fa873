import { and, asc, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { writerId, type Writer } from '@/lib/author';
import type { EvidenceItem } from '@/lib/evidence/balance';
import type { Evidence, StandingBearing } from '@/lib/evidence/evidence';
import type { Filters } from '@/lib/filters';
import type { Pillar, Status } from '@/lib/vocabulary';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { readEvents } from './event-record';
import { endOfDay } from './london-days';
import { nextRevision } from './revision';
import { events } from './schema';
import { users } from './schema-auth';
import { evidence } from './schema-evidence';
import { indicators } from './schema-indicators';

/** The statuses of events that readers are told of: what is archived is said to be. */
const shown: readonly Status[] = ['published', 'archived'];

/** The last entry of each indicator and event, as known on the day asked about. */
const latest = (db: Connection, { asOf }: Pick<Filters, 'asOf'>) =>
  db
    .selectDistinctOn([evidence.indicator, evidence.eventId])
    .from(evidence)
    .where(asOf ? lt(evidence.writtenAt, endOfDay(asOf)) : undefined)
    .orderBy(asc(evidence.indicator), asc(evidence.eventId), desc(evidence.id))
    .as('latest');

/** What bears on the question of an indicator, for readers: latest event first, each with all that it is cited by. */
export async function readEvidence(
  db: Connection,
  indicator: string,
  asked: Pick<Filters, 'asOf'>,
): Promise<EvidenceItem[]> {
  const last = latest(db, asked);
  const rows = await db
    .select({
      id: last.id,
      bearing: last.bearing,
      note: last.note,
      writtenAt: last.writtenAt,
      eventId: last.eventId,
    })
    .from(last)
    .innerJoin(events, eq(events.id, last.eventId))
    .where(
      and(eq(last.indicator, indicator), ne(last.bearing, 'withdrawn'), inArray(events.status, [...shown])),
    )
    .orderBy(desc(events.startsOn), desc(events.id));
  const whole = await readEvents(
    db,
    rows.map(({ eventId }) => eventId),
  );
  return rows.map(({ eventId: _id, bearing, ...row }, i) => ({
    ...row,
    bearing: bearing as StandingBearing,
    event: whole[i]!,
  }));
}

/** A question that an event bears on. */
export interface BearsOn {
  indicator: string;
  question: string;
  pillar: Pillar;
  bearing: StandingBearing;
  note: string;
}

/** The questions that an event bears on, by pillar; also those that are not watched any more. */
export async function questionsOf(
  db: Connection,
  eventId: number,
  asked: Pick<Filters, 'asOf'>,
): Promise<BearsOn[]> {
  const last = latest(db, asked);
  const rows = await db
    .select({
      indicator: last.indicator,
      question: indicators.question,
      pillar: indicators.pillar,
      bearing: last.bearing,
      note: last.note,
    })
    .from(last)
    .innerJoin(indicators, eq(indicators.slug, last.indicator))
    .where(and(eq(last.eventId, eventId), ne(last.bearing, 'withdrawn')))
    .orderBy(asc(indicators.pillar), asc(indicators.position), asc(indicators.slug));
  return rows.map((row) => ({ ...row, bearing: row.bearing as StandingBearing }));
}

const entries = (db: Connection) =>
  db
    .select({
      id: evidence.id,
      indicator: evidence.indicator,
      question: indicators.question,
      event: events.slug,
      title: events.title,
      status: events.status,
      bearing: evidence.bearing,
      note: evidence.note,
      writtenAt: evidence.writtenAt,
      by: users.name,
    })
    .from(evidence)
    .innerJoin(events, eq(events.id, evidence.eventId))
    .innerJoin(indicators, eq(indicators.slug, evidence.indicator))
    .innerJoin(users, eq(users.id, evidence.writtenBy));

/** An entry as it was written, with who wrote it: for the desk. */
export type EvidenceEntry = Awaited<ReturnType<typeof entries>>[number];

/** The last entries, newest first: of one question, or of all. */
export function listEvidence(
  db: Connection,
  indicator: string | null,
  most: number,
): Promise<EvidenceEntry[]> {
  return entries(db)
    .where(indicator === null ? undefined : eq(evidence.indicator, indicator))
    .orderBy(desc(evidence.id))
    .limit(most);
}

/** Every entry of an event and a question, newest first: the first holds. */
export function evidenceHistory(
  db: Connection,
  { indicator, event }: Pick<Evidence, 'indicator' | 'event'>,
): Promise<EvidenceEntry[]> {
  return entries(db)
    .where(and(eq(evidence.indicator, indicator), eq(events.slug, event)))
    .orderBy(desc(evidence.id));
}

export type Recorded =
  { standing: EvidenceEntry } | { missing: 'indicator' | 'event' | 'bearing' } | 'recorded';

/**
 * Records how an event bears on a question, over the entry `seen` (0 where none was shown). Where another entry holds,
 * nothing is written and that one is given back, so that nobody replaces what they have not read.
 */
export async function recordEvidence(
  db: Database,
  given: Evidence,
  by: Exclude<Writer, null>,
  seen: number,
): Promise<Recorded> {
  return db.transaction(async (tx) => {
    // Pages show evidence: their state has another name from now on. Its lock puts two who record in line.
    const revision = await nextRevision(tx);
    const [[indicator], [event]] = await Promise.all([
      tx
        .select({ one: sql`1` })
        .from(indicators)
        .where(eq(indicators.slug, given.indicator)),
      tx.select({ id: events.id }).from(events).where(eq(events.slug, given.event)),
    ]);
    if (!indicator || !event) return { missing: indicator ? 'event' : 'indicator' };
    const [before] = await evidenceHistory(tx, given);
    if (before && before.id !== seen) return { standing: before };
    const { bearing, note } = given;
    if (!before && bearing === 'withdrawn') return { missing: 'bearing' };
    await tx
      .insert(evidence)
      .values({ indicator: given.indicator, eventId: event.id, bearing, note, writtenBy: writerId(by)! });
    await writeAudit(tx, {
      action: 'evidence.record',
      by,
      subject: `evidence:${given.indicator}/${given.event}`,
      revision,
      ...(before && { before: { bearing: before.bearing, note: before.note } }),
      after: { bearing, note },
    });
    return 'recorded';
  });
}
