import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { Author } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import type { EventInput, EventRecord } from '@/lib/event';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { inputOf, readEvent } from './event-record';
import { updateEvent, type SaveResult } from './event-writes';
import { nextRevision } from './revision';
import { events } from './schema';
import { users } from './schema-auth';
import { eventComments, eventProposals } from './schema-desk';

/** How much waits for a reviewer. */
export async function countReview(db: Database): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select ((select count(*) from events where status = 'in_review')
      + (select count(*) from event_proposals where state = 'open'))::int as count`);
  return row!.count;
}

/** What is said of an event at the desk, oldest first. */
export async function commentsOn(db: Database, slug: string) {
  return db
    .select({ id: eventComments.id, text: eventComments.text, by: users.name, at: eventComments.writtenAt })
    .from(eventComments)
    .innerJoin(events, eq(events.id, eventComments.eventId))
    .innerJoin(users, eq(users.id, eventComments.writtenBy))
    .where(eq(events.slug, slug))
    .orderBy(asc(eventComments.id));
}

/** A comment sent again so soon is the same button pressed twice. */
const AGAIN = sql`interval '1 minute'`;

/** Adds to what is said of an event, once however often it is sent; false where there is none of this slug. */
export async function comment(db: Connection, slug: string, text: string, by: Author): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [event] = await tx
      .select({ id: events.id })
      .from(events)
      .where(eq(events.slug, slug))
      .for('no key update');
    if (!event) return false;
    const said = await tx.execute(sql`insert into event_comments (event_id, text, written_by)
      select ${event.id}, ${text}, ${by.id} where not exists (select 1 from event_comments
        where event_id = ${event.id} and written_by = ${by.id} and text = ${text} and written_at > now() - ${AGAIN})
      returning id`);
    if (said.length > 0)
      await writeAudit(tx, { action: 'event.comment', by, subject: `event:${slug}`, after: { text } });
    return true;
  });
}

/** Publishes an event in review, or returns it to its writer with a comment; over the version that was seen. */
export async function decideEvent(
  db: Database,
  { slug, version }: { slug: string; version: number },
  decision: { publish: true } | { publish: false; why: string },
  by: Author,
): Promise<SaveResult> {
  return db.transaction(async (tx) => {
    const current = await readEvent(tx, slug);
    if (!current) return { kind: 'missing' };
    // Somebody else has decided, or the writer has taken it back.
    if (current.status !== 'in_review') return { kind: 'stale', current };
    const status = decision.publish ? ('published' as const) : ('draft' as const);
    const result = await updateEvent(tx, slug, version, { ...inputOf(current), status }, by);
    if (result.kind === 'saved' && !decision.publish) await comment(tx, slug, decision.why, by);
    return result;
  });
}

/** Proposes a change to a published event, which stays as it is; in place of an earlier open one of the same person. */
export async function propose(
  db: Database,
  slug: string,
  version: number,
  proposed: EventInput,
  by: Author,
): Promise<{ kind: 'proposed' } | { kind: 'stale'; current: EventRecord } | { kind: 'missing' }> {
  return db.transaction(async (tx) => {
    // The count of what waits is on every page of a reviewer.
    const revision = await nextRevision(tx);
    const current = await readEvent(tx, slug);
    if (!current) return { kind: 'missing' };
    if (current.version !== version) return { kind: 'stale', current };
    const row = {
      eventId: current.id,
      baseVersion: version,
      proposed,
      proposedBy: by.id,
      proposedAt: sql`now()`,
    };
    await tx
      .insert(eventProposals)
      .values(row)
      .onConflictDoUpdate({
        target: [eventProposals.eventId, eventProposals.proposedBy],
        targetWhere: sql`state = 'open'`,
        set: row,
      });
    const fields = changedFields(inputOf(current), { ...proposed, slug, sourceSet: current.sourceSet });
    await writeAudit(tx, { action: 'event.propose', by, subject: `event:${slug}`, revision, ...fields });
    return { kind: 'proposed' };
  });
}

/** How long the writer of a change that was returned is offered it again. */
const OFFERED = sql`interval '30 days'`;

/** The changes to an event that wait for a reviewer, and the last one of `userId` where that was returned to them; oldest first. */
export async function proposalsOn(db: Database, slug: string, userId: string) {
  const { id, baseVersion, proposed, proposedBy, proposedAt, state, decidedAt } = eventProposals;
  const last = sql`${id} = (select max(p.id) from event_proposals p where p.event_id = ${events.id} and p.proposed_by = ${userId})`;
  const returned = and(eq(state, 'returned'), last, gt(decidedAt, sql`now() - ${OFFERED}`));
  return db
    .select({ id, baseVersion, proposed, proposedBy, by: users.name, at: proposedAt, state })
    .from(eventProposals)
    .innerJoin(events, eq(events.id, eventProposals.eventId))
    .innerJoin(users, eq(users.id, proposedBy))
    .where(and(eq(events.slug, slug), or(eq(state, 'open'), returned)))
    .orderBy(asc(id));
}

/** A proposal with the event as it stands now; null where there is none of this number. */
export async function readProposal(db: Connection, id: number) {
  const [row] = await db
    .select({
      id: eventProposals.id,
      baseVersion: eventProposals.baseVersion,
      proposed: eventProposals.proposed,
      proposedBy: eventProposals.proposedBy,
      by: users.name,
      at: eventProposals.proposedAt,
      state: eventProposals.state,
      slug: events.slug,
    })
    .from(eventProposals)
    .innerJoin(events, eq(events.id, eventProposals.eventId))
    .innerJoin(users, eq(users.id, eventProposals.proposedBy))
    .where(eq(eventProposals.id, id));
  const current = row && (await readEvent(db, row.slug));
  return row && current ? { ...row, current } : null;
}

/**
 * Writes a proposed change as a new version, or returns it with a comment. Stale where the event was saved since, or where the
 * proposal is not the one of the instant `seen` any more: nobody accepts what they have not read.
 */
export async function decideProposal(
  db: Database,
  { id, seen }: { id: number; seen: string },
  decision: { accept: true } | { accept: false; why: string },
  by: Author,
): Promise<SaveResult> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const [open] = await tx
      .select({ id: eventProposals.id })
      .from(eventProposals)
      .where(and(eq(eventProposals.id, id), eq(eventProposals.state, 'open')))
      .for('update');
    const proposal = open && (await readProposal(tx, id));
    if (!proposal) return { kind: 'missing' };
    const { slug, baseVersion, proposed, current } = proposal;
    if (proposal.at !== seen) return { kind: 'stale', current };
    const result: SaveResult = decision.accept
      ? await updateEvent(tx, slug, baseVersion, { ...proposed, status: 'published' }, by)
      : { kind: 'saved', slug };
    if (result.kind !== 'saved') return { kind: 'stale', current };
    const why = decision.accept ? null : decision.why;
    await tx
      .update(eventProposals)
      .set({
        state: decision.accept ? 'accepted' : 'returned',
        decidedBy: by.id,
        decidedAt: sql`now()`,
        comment: why,
      })
      .where(eq(eventProposals.id, id));
    if (why !== null) {
      await comment(tx, slug, why, by);
      await writeAudit(tx, { action: 'event.return', by, subject: `event:${slug}`, revision });
    }
    return result;
  });
}
