import { sql } from 'drizzle-orm';
import type { Transaction } from '../client';

const NUMBERED = `'^(.*)-([0-9]{1,8})$'`;

/**
 * Gives every new event of `import_work` a slug of its own, as event-writes.ts does for one: the one that it wants, or
 * where that is taken (here, or by an event before it in the file) the same with the number after the highest in use.
 * The highest is over slugs here and slugs wanted, so that no number meets a slug that another event keeps.
 */
export async function giveSlugs(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    with fresh as materialized (
      select event_id, slug as wanted, rtrim(left(slug, 70), '-') as stem,
        row_number() over (partition by slug order by event_id) as nth
      from import_work where kind = 'create'),
    rest as materialized (
      select event_id, stem, row_number() over (partition by stem order by event_id) as nth from fresh
      where nth > 1 or exists (select from events where events.slug = wanted)),
    used as (
      select slug from events where exists (select from rest) union all select wanted from fresh),
    highest as (
      select found[1] as stem, max(found[2]::int) as number
      from used cross join lateral regexp_match(slug, ${sql.raw(NUMBERED)}) as found
      where found[1] in (select stem from rest) group by 1)
    update import_work w set slug = rest.stem || '-' || coalesce(highest.number, 1) + rest.nth
    from rest left join highest using (stem) where w.event_id = rest.event_id`);
}
