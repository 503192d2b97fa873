import { sql, type SQL } from 'drizzle-orm';
import { OWN_ROWS, OWN_SLUGS, verdicts, type ImportCounts, type Verdict } from '@/lib/import/import-counts';
import type { Transaction } from '../client';
import { VERY_ALIKE } from '../duplicates';
import { withSureKeys } from './sure-keys';

/** The parts of an event that say where it stands here, not what the file says of it. */
const STANDING = `'{slug,sourceSet,status}'::text[]`;

/** True where the file says what the event said at a version. Only asked where the hashes differ, since it is dear. */
const saysTheSame = (id: number, version: SQL): SQL => sql`exists (select from import_staging same
  join event_changes c on c.event_id = e.id and c.version = ${version}
  where same.import_id = ${id} and same.position = s.position
    and same.event - ${sql.raw(STANDING)} = c.snapshot - ${sql.raw(STANDING)})`;

/**
 * What becomes of each staged event, by its identifier: new, as an import last wrote it, other than that, or other than
 * that and edited here since. A row that gives an identifier a second time is a duplicate of the first.
 */
const byIdentifier = (id: number): SQL => sql`
  insert into import_verdicts (import_id, position, verdict, event_id, slug, first_row, rows, twin_row)
  select ${id}, s.position, (case
      when s.nth > 1 then 'duplicate'
      when e.id is null then 'new'
      when last.version is null then case when ${saysTheSame(id, sql`e.version`)} then 'identical' else 'edited' end
      when last.hash = s.hash then 'identical'
      when last.write <> 'archived' and ${saysTheSame(id, sql`last.version`)} then 'identical'
      when e.version = last.version then 'changed'
      else 'edited' end)::import_verdict,
    e.id, e.slug, s.first_row, s.rows, case when s.nth > 1 then s.twin end
  from (select position, first_row, rows, scheme, value, hash,
      row_number() over same_name as nth, first_value(first_row) over same_name as twin
    from import_staging where import_id = ${id}
    window same_name as (partition by scheme, value order by position)) s
  left join event_external_ids x on x.scheme = s.scheme and x.value = s.value
  left join events e on e.id = coalesce(x.event_id,
    case when s.scheme = ${OWN_SLUGS} then (select id from events where slug = s.value) end)
  left join lateral (select version, hash, write from import_events
    where event_id = e.id order by version desc limit 1) last on true`;

/** New ones that carry another identifier of an event that is here. */
const byOtherIdentifier = (id: number): SQL => sql`
  update import_verdicts v set verdict = 'duplicate', event_id = d.id, slug = d.slug
  from (select distinct on (s.position) s.position, e.id, e.slug
    from import_staging s
    cross join lateral jsonb_to_recordset(s.event -> 'externalIds') as given (scheme text, value text)
    join event_external_ids x on x.scheme = given.scheme and x.value = given.value
    join events e on e.id = x.event_id
    where s.import_id = ${id} and jsonb_array_length(s.event -> 'externalIds') > 1
    order by s.position, e.id) d
  where v.import_id = ${id} and v.position = d.position and v.verdict = 'new' and not v.allowed`;

/**
 * New ones that look like an event here: same day, same place, a title very much alike (pg_trgm). Events of the same set
 * are passed over, since the set's own identifiers tell them apart; not so where the file has none.
 */
const byLikeness = (id: number): SQL => sql`
  update import_verdicts v set verdict = 'duplicate', event_id = d.id, slug = d.slug
  from (select distinct on (s.position) s.position, e.id, e.slug
    from (select v.position, s.scheme, f.* from import_verdicts v
      join import_staging s on s.import_id = v.import_id and s.position = v.position
      cross join lateral jsonb_to_record(s.event) as f
        ("startsOn" date, "endsOn" date, region text, locality text, title text, "sourceSet" text)
      where v.import_id = ${id} and v.verdict = 'new' and not v.allowed) s
    join events e on e.starts_on = s."startsOn" and e.ends_on = s."endsOn" and e.region = s.region
    where e.status <> 'archived' and (e.source_set <> s."sourceSet" or s.scheme = ${OWN_ROWS})
      and case when lower(e.locality) <> lower(s.locality) then false
        else similarity(e.title, s.title) > ${VERY_ALIKE} end
    order by s.position, similarity(e.title, s.title) desc, e.id) d
  where v.import_id = ${id} and v.position = d.position`;

/**
 * Says of every staged event what importing it would do to the record as it stands now. What a person has said of likely
 * duplicates stays. Run it within the transaction that writes, or the answer may be out of date.
 */
export async function classify(tx: Transaction, id: number): Promise<void> {
  // Of what it is asked by: to look at the events themselves would take longer.
  await tx.execute(sql`analyze import_staging (import_id, position, scheme, value)`);
  await tx.execute(sql`create temp table import_allowed on commit drop as
    select position from import_verdicts where import_id = ${id} and allowed`);
  await tx.execute(sql`delete from import_verdicts where import_id = ${id}`);
  // As the lookup of the key would: the import stays while what is said of it is written.
  await tx.execute(sql`select from imports where id = ${id} for key share`);
  await withSureKeys(tx, async () => void (await tx.execute(byIdentifier(id))));
  await tx.execute(sql`update import_verdicts v set allowed = true from import_allowed a
    where v.import_id = ${id} and v.position = a.position`);
  await tx.execute(sql`drop table import_allowed`);
  await tx.execute(sql`analyze import_verdicts`);
  await tx.execute(byOtherIdentifier(id));
  await tx.execute(byLikeness(id));
}

/** Counts the verdicts of an import: events, and the rows of the file that they are made from. */
export async function countVerdicts(
  tx: Transaction,
  id: number,
): Promise<Pick<ImportCounts, 'events' | 'rowsOf'>> {
  const found = await tx.execute<{ verdict: Verdict; events: number; rows: number }>(sql`
    select verdict, count(*)::int as events, sum(rows)::int as rows from import_verdicts
    where import_id = ${id} group by verdict`);
  const none = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  const counts = { events: { ...none }, rowsOf: { ...none } };
  for (const { verdict, events, rows } of found) {
    counts.events[verdict] = events;
    counts.rowsOf[verdict] = rows;
  }
  return counts;
}
