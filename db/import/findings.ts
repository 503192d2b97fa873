import { and, asc, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Writer } from '@/lib/author';
import type { EventInput } from '@/lib/event';
import type { Verdict } from '@/lib/import/import-counts';
import { writeAudit } from '../audit';
import type { Database } from '../client';
import { events } from '../schema';
import { importEvents, importRejects, importStaging, importVerdicts } from '../schema-import';

export type RejectedRow = Pick<typeof importRejects.$inferSelect, 'row' | 'problems' | 'raw'>;

const rejectColumns = { row: importRejects.row, problems: importRejects.problems, raw: importRejects.raw };

/** Rejected rows after row `after`, in the order of the file. */
export async function readRejects(
  db: Database,
  id: number,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  return db
    .select(rejectColumns)
    .from(importRejects)
    .where(and(eq(importRejects.importId, id), gt(importRejects.row, after)))
    .orderBy(asc(importRejects.row))
    .limit(limit);
}

const PAGE = 1000;
/** Positions that an entry of the audit trail names; how many there were it says in any case. */
const MOST_TOLD = 100;

/** Every rejected row, in constant memory. */
export async function* allRejects(db: Database, id: number): AsyncGenerator<RejectedRow> {
  for (let after = -1, full = true; full;) {
    const page = await readRejects(db, id, after, PAGE);
    yield* page;
    full = page.length === PAGE;
    after = page.at(-1)?.row ?? after;
  }
}

/** An event of a file, and the one here that it is or looks like. */
export interface Finding {
  position: number;
  firstRow: number;
  twinRow: number | null;
  allowed: boolean;
  slug: string | null;
  event: Pick<EventInput, 'title' | 'startsOn' | 'endsOn' | 'precision' | 'region'> | null;
}

/** Events of a verdict after position `after`, in the order of the file. */
export async function readFindings(
  db: Database,
  id: number,
  verdict: Verdict,
  after: number,
  limit: number,
): Promise<Finding[]> {
  return (
    db
      .select({
        position: importVerdicts.position,
        firstRow: importVerdicts.firstRow,
        twinRow: importVerdicts.twinRow,
        allowed: importVerdicts.allowed,
        slug: importVerdicts.slug,
        event: sql<EventInput | null>`coalesce(${importVerdicts}.event, ${importStaging}.event)`,
      })
      .from(importVerdicts)
      // Staged events are gone once the import is written: the verdict then holds what is told of them.
      .leftJoin(
        importStaging,
        and(
          eq(importStaging.importId, importVerdicts.importId),
          eq(importStaging.position, importVerdicts.position),
        ),
      )
      .where(
        and(
          eq(importVerdicts.importId, id),
          eq(importVerdicts.verdict, verdict),
          gt(importVerdicts.position, after),
        ),
      )
      .orderBy(asc(importVerdicts.position))
      .limit(limit)
  );
}

const held = (id: number) =>
  and(
    eq(importVerdicts.importId, id),
    eq(importVerdicts.verdict, 'duplicate'),
    // A second row of one identifier cannot be another event.
    sql`${importVerdicts.twinRow} is null`,
  );

/** How many of the events that are held a person has said are others. */
export async function countAllowed(db: Database, id: number): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(importVerdicts)
    .where(and(held(id), eq(importVerdicts.allowed, true)));
  return found!.count;
}

type Positions = readonly number[] | 'all' | 'none';

const amongThem = (positions: Positions) =>
  typeof positions === 'string' || positions.length === 0
    ? sql`${positions === 'all'}`
    : inArray(importVerdicts.position, [...positions]);

/** Says which of the held events at the positions `among` are others than they look like, and which are not. */
export async function allowHeld(
  db: Database,
  id: number,
  { among, allow }: { among: Positions; allow: Positions },
  by: Writer,
): Promise<void> {
  await db.transaction(async (tx) => {
    const allowed = sql<boolean>`(${amongThem(allow)})`;
    const changed = await tx
      .update(importVerdicts)
      .set({ allowed })
      .where(and(held(id), amongThem(among), sql`${importVerdicts.allowed} <> ${allowed}`))
      .returning({ position: importVerdicts.position, allowed: importVerdicts.allowed });
    if (changed.length === 0) return;
    const letIn = changed.filter((one) => one.allowed).map(({ position }) => position);
    const detail = {
      letIn: letIn.length,
      heldAgain: changed.length - letIn.length,
      rows: letIn.slice(0, MOST_TOLD),
    };
    await writeAudit(tx, { action: 'import.allow', by, subject: `import:${id}`, detail });
  });
}

/** How many published events a checked import would change. */
export async function countPublicChanges(db: Database, id: number): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(importVerdicts)
    .innerJoin(events, eq(events.id, importVerdicts.eventId))
    .where(
      and(
        eq(importVerdicts.importId, id),
        eq(importVerdicts.verdict, 'changed'),
        eq(events.status, 'published'),
      ),
    );
  return found!.count;
}

/** How many events that an import wrote are published now. */
export async function countPublicWrites(db: Database, id: number): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(importEvents)
    .innerJoin(events, eq(events.id, importEvents.eventId))
    .where(and(eq(importEvents.importId, id), eq(events.status, 'published')));
  return found!.count;
}
