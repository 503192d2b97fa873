import { and, eq, inArray, sql } from 'drizzle-orm';
import { writerId, type Writer } from '@/lib/author';
import { changedFields } from '@/lib/changed-fields';
import type { EventInput, EventRecord } from '@/lib/event';
import { writeAudit } from './audit';
import type { Connection, Transaction } from './client';
import { inputOf, readEvent } from './event-record';
import { nextRevision } from './revision';
import { restoredVersion, statusBefore } from './revisions';
import {
  eventActors,
  eventChanges,
  eventExternalIds,
  eventLinks,
  eventMeasures,
  events,
  eventSearch,
  eventSources,
} from './schema';

type ChangeKind = 'create' | 'update' | 'archive' | 'restore';

/** The event's own row, of what a person may change. */
export function eventColumns(event: EventInput) {
  return {
    title: event.title,
    summary: event.summary,
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    precision: event.precision,
    dateText: event.dateText,
    type: event.type,
    pillars: event.pillars,
    region: event.region,
    locality: event.locality,
    latitude: event.latitude,
    longitude: event.longitude,
    origin: event.origin,
    confidence: event.confidence,
    marking: event.marking,
    tags: event.tags,
    status: event.status,
  };
}

/** Writes what belongs to the event, in the order given. */
async function writeParts(tx: Transaction, eventId: number, event: EventInput): Promise<void> {
  const words = sql`event_words(${JSON.stringify(event)}::text::jsonb)`;
  await tx
    .insert(eventSearch)
    .values({ eventId, words })
    .onConflictDoUpdate({ target: eventSearch.eventId, set: { words } });
  const placed = <T extends object>(items: T[]) =>
    items.map((item, position) => ({ ...item, eventId, position }));
  if (event.actors.length) await tx.insert(eventActors).values(placed(event.actors));
  if (event.measures.length) await tx.insert(eventMeasures).values(placed(event.measures));
  if (event.sources.length) await tx.insert(eventSources).values(placed(event.sources));
  if (event.externalIds.length)
    await tx.insert(eventExternalIds).values(event.externalIds.map((id) => ({ ...id, eventId })));
}

/** Links an event to those that are there; what belongs to it comes last, since events may link to one another. */
async function writeLinks(tx: Transaction, eventId: number, links: readonly string[]): Promise<void> {
  if (links.length === 0) return;
  const linked = await tx
    .select({ id: events.id })
    .from(events)
    .where(inArray(events.slug, [...links]));
  const others = linked.filter(({ id }) => id !== eventId);
  if (others.length) await tx.insert(eventLinks).values(others.map(({ id }) => ({ eventId, linkedId: id })));
}

async function clearParts(tx: Transaction, eventId: number): Promise<void> {
  for (const table of [eventActors, eventMeasures, eventSources, eventExternalIds, eventLinks]) {
    await tx.delete(table).where(eq(table.eventId, eventId));
  }
}

/** The slug, or where it is taken the slug with the number after the highest that others of its kind have. */
async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const stem = wanted.slice(0, 70);
  const [found] = await tx
    .select({
      taken: sql<boolean>`coalesce(bool_or(${events.slug} = ${wanted}), false)`,
      highest: sql<number>`coalesce(max(substring(substring(${events.slug} from char_length(${stem}) + 1) from '^-([0-9]{1,8})$')::int), 1)`,
    })
    .from(events)
    .where(
      sql`${events.slug} = ${wanted} or (starts_with(${events.slug}, ${`${stem}-`})
        and substring(${events.slug} from char_length(${stem}) + 1) ~ '^-[0-9]{1,8}$')`,
    );
  return found!.taken ? `${stem}-${found!.highest + 1}` : wanted;
}

interface Change {
  eventId: number;
  version: number;
  kind: ChangeKind;
  by: Writer;
  snapshot: EventInput;
}

async function logChange(tx: Transaction, revision: number, { by, ...rest }: Change): Promise<void> {
  await tx.insert(eventChanges).values({ revision, changedBy: writerId(by), ...rest });
}

/** Inserts, but for the links, within a transaction that has taken `revision`. The slug gets a number where it is taken. */
async function insertEvent(
  tx: Transaction,
  revision: number,
  event: EventInput,
  by: Writer,
): Promise<{ eventId: number; slug: string }> {
  const slug = await freeSlug(tx, event.slug);
  const rows = await tx
    .insert(events)
    .values({
      ...eventColumns(event),
      slug,
      sourceSet: event.sourceSet,
      createdBy: writerId(by),
      updatedBy: writerId(by),
    })
    .returning({ id: events.id });
  const eventId = rows[0]!.id;
  await writeParts(tx, eventId, event);
  await logChange(tx, revision, { eventId, version: 1, kind: 'create', by, snapshot: { ...event, slug } });
  return { eventId, slug };
}

/** Puts in one event; returns its slug. Throws the database's error where a constraint refuses (see constraint-problem.ts). */
export async function createEvent(db: Connection, event: EventInput, by: Writer): Promise<string> {
  const [slug] = await createEvents(db, [event], by);
  return slug!;
}

/** One entry for what came together: of a single event all of it, of many how many; their snapshots have the revision. */
async function auditCreation(
  tx: Transaction,
  revision: number,
  list: readonly EventInput[],
  slugs: readonly string[],
  by: Writer,
): Promise<void> {
  if (list.length === 1) {
    const after = { ...list[0]!, slug: slugs[0]! };
    await writeAudit(tx, { action: 'event.create', by, subject: `event:${after.slug}`, revision, after });
  } else if (list.length > 1) {
    const detail = { events: list.length, first: slugs[0], last: slugs.at(-1) };
    await writeAudit(tx, { action: 'event.import', by, revision, detail });
  }
}

/**
 * Puts in many events as one revision, in their order, and returns their slugs; within a transaction that is open
 * already, as part of it.
 */
export async function createEvents(
  db: Connection,
  list: readonly EventInput[],
  by: Writer,
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const made: { eventId: number; slug: string }[] = [];
    for (const event of list) made.push(await insertEvent(tx, revision, event, by));
    for (const [i, { eventId }] of made.entries()) await writeLinks(tx, eventId, list[i]!.links);
    const slugs = made.map(({ slug }) => slug);
    await auditCreation(tx, revision, list, slugs, by);
    return slugs;
  });
}

export type SaveResult =
  { kind: 'saved'; slug: string } | { kind: 'stale'; current: EventRecord } | { kind: 'missing' };

async function change(
  db: Connection,
  slug: string,
  version: number,
  by: Writer,
  work: (tx: Transaction, current: EventRecord) => Promise<{ kind: ChangeKind; after: EventInput }>,
): Promise<SaveResult> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const current = await readEvent(tx, slug);
    if (!current) return { kind: 'missing' };
    if (current.version !== version) return { kind: 'stale', current };
    const { kind, after } = await work(tx, current);
    await tx
      .update(events)
      .set({ ...eventColumns(after), version: version + 1, updatedAt: sql`now()`, updatedBy: writerId(by) })
      .where(and(eq(events.id, current.id), eq(events.version, version)));
    // Like the slug, the set stays what it was: it says where the event came from.
    const snapshot = { ...after, slug, sourceSet: current.sourceSet };
    await logChange(tx, revision, { eventId: current.id, version: version + 1, kind, by, snapshot });
    const fields = changedFields(inputOf(current), snapshot);
    const restored = kind === 'update' ? await restoredVersion(tx, current, after) : null;
    const detail = restored === null ? undefined : { restores: `version ${restored}` };
    await writeAudit(tx, {
      action: `event.${kind}`,
      by,
      subject: `event:${slug}`,
      revision,
      ...fields,
      detail,
    });
    return { kind: 'saved', slug };
  });
}

/**
 * Saves an event over version `version` of it. Where someone has saved since, nothing is written and the event as it
 * stands now comes back. The slug never changes: links and citations to it must hold.
 */
export async function updateEvent(
  db: Connection,
  slug: string,
  version: number,
  event: EventInput,
  by: Writer,
): Promise<SaveResult> {
  return change(db, slug, version, by, async (tx, current) => {
    await clearParts(tx, current.id);
    await writeParts(tx, current.id, event);
    await writeLinks(tx, current.id, event.links);
    return { kind: 'update', after: event };
  });
}

/** Takes an event off the dashboard, or puts it back with the status that it had; the record keeps both. */
export async function setArchived(
  db: Connection,
  slug: string,
  version: number,
  archived: boolean,
  by: Writer,
): Promise<SaveResult> {
  return change(db, slug, version, by, async (tx, current) => ({
    kind: archived ? 'archive' : 'restore',
    after: { ...inputOf(current), status: archived ? 'archived' : await statusBefore(tx, current.id) },
  }));
}
