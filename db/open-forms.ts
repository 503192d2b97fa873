import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { OpenForm } from '@/lib/open-forms';
import type { Connection, Database } from './client';
import { events } from './schema';
import { users } from './schema-auth';
import { openForms } from './schema-desk';

/** A form that was not heard of for so long counts as left: it is heard of every half minute, or once without scripts. */
const HOLDS = sql`interval '2 minutes'`;

/** Who has the forms of these events open, but for one person; by the slug of the event, the longest there first. */
export async function whoElseHasOpen(
  db: Database,
  slugs: readonly string[],
  butFor: string,
): Promise<Map<string, OpenForm[]>> {
  const found = new Map<string, OpenForm[]>();
  if (slugs.length === 0) return found;
  const rows = await db
    .select({ slug: events.slug, name: users.name, since: openForms.since })
    .from(openForms)
    .innerJoin(events, eq(events.id, openForms.eventId))
    .innerJoin(users, eq(users.id, openForms.userId))
    .where(
      and(
        inArray(events.slug, [...slugs]),
        ne(openForms.userId, butFor),
        gt(openForms.seenAt, sql`now() - ${HOLDS}`),
      ),
    )
    .orderBy(asc(openForms.since), asc(users.name));
  for (const { slug, ...form } of rows) found.set(slug, [...(found.get(slug) ?? []), form]);
  return found;
}

/** Notes that somebody has the form open, now; what was left is forgotten. Nothing where no event has the slug. */
export async function noteOpen(db: Connection, slug: string, userId: string): Promise<void> {
  // Two that do this at once must not wait for one another.
  await db.execute(sql`delete from open_forms where (event_id, user_id) in (
    select event_id, user_id from open_forms where seen_at <= now() - ${HOLDS} for update skip locked)`);
  await db.execute(sql`insert into open_forms (event_id, user_id) select id, ${userId} from events where slug = ${slug}
    on conflict (event_id, user_id) do update set seen_at = now()`);
}

/** Notes that somebody has left the form. */
export async function noteLeft(db: Connection, slug: string, userId: string): Promise<void> {
  await db.execute(sql`delete from open_forms o using events e
    where e.id = o.event_id and e.slug = ${slug} and o.user_id = ${userId}`);
}
