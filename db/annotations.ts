import { and, asc, eq, gt, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { concerns, type Annotation } from '@/lib/annotations/annotation';
import { writerId, type Writer } from '@/lib/author';
import type { Filters } from '@/lib/filters';
import { writeAudit } from './audit';
import type { Connection, Database } from './client';
import { endOfDay } from './london-days';
import { nextRevision } from './revision';
import { annotations } from './schema-annotations';
import { users } from './schema-auth';

/** A note as stored. */
export interface StoredAnnotation extends Annotation {
  id: number;
  by: string;
  writtenAt: string;
}

/** Notes that a chart numbers: more of them tell nothing apart. */
const MOST = 20;

const columns = {
  id: annotations.id,
  startsOn: annotations.startsOn,
  endsOn: annotations.endsOn,
  text: annotations.text,
  place: annotations.place,
  pillar: annotations.pillar,
  writtenAt: annotations.writtenAt,
  by: users.name,
};

const read = (db: Connection) =>
  db.select(columns).from(annotations).innerJoin(users, eq(users.id, annotations.writtenBy));

/** Every note that stands, by its days. */
export function listAnnotations(db: Database): Promise<StoredAnnotation[]> {
  return read(db)
    .where(isNull(annotations.removedAt))
    .orderBy(asc(annotations.startsOn), asc(annotations.id));
}

/** The notes on the charts of a view, in order of their days, as known on the day that it is about. */
export async function annotationsFor(
  db: Database,
  filters: Filters,
  { from, to }: { from: string; to: string },
): Promise<StoredAnnotation[]> {
  const end = filters.asOf && endOfDay(filters.asOf);
  const rows = await read(db)
    .where(
      and(
        lte(annotations.startsOn, to),
        gte(annotations.endsOn, from),
        end ? lt(annotations.writtenAt, end) : undefined,
        end
          ? or(isNull(annotations.removedAt), gt(annotations.removedAt, end))
          : isNull(annotations.removedAt),
      ),
    )
    .orderBy(asc(annotations.startsOn), asc(annotations.id));
  return rows.filter((one) => concerns(one, filters)).slice(0, MOST);
}

/** Puts a note on the charts. */
export async function addAnnotation(
  db: Database,
  given: Annotation,
  by: Exclude<Writer, null>,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Pages show notes: their state has another name from now on.
    const revision = await nextRevision(tx);
    const [row] = await tx
      .insert(annotations)
      .values({ ...given, writtenBy: writerId(by)! })
      .returning({ id: annotations.id });
    const subject = `annotation:${row!.id}`;
    await writeAudit(tx, { action: 'annotation.add', by, subject, revision, after: given });
  });
}

/** Takes a note off the charts; false where it does not stand there. */
export async function removeAnnotation(db: Database, id: number, by: Writer): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revision = await nextRevision(tx);
    const [gone] = await tx
      .update(annotations)
      .set({ removedAt: sql`now()` })
      .where(and(eq(annotations.id, id), isNull(annotations.removedAt)))
      .returning({ text: annotations.text, startsOn: annotations.startsOn, endsOn: annotations.endsOn });
    if (gone)
      await writeAudit(tx, {
        action: 'annotation.remove',
        by,
        subject: `annotation:${id}`,
        revision,
        before: gone,
      });
    return gone !== undefined;
  });
}
