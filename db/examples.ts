import { sql, type SQL } from 'drizzle-orm';
import type { Database } from './client';

/** A published event that shows what a word of the vocabulary means. */
export interface Example {
  slug: string;
  title: string;
}

export type Examples = ReadonlyMap<string, Example>;

/** The plainest example of each value: of the corpus, well dated, of few pillars, the earliest of such. */
async function examplesOf(db: Database, value: SQL, from: SQL = sql`events`): Promise<Examples> {
  const rows = await db.execute<{ value: string; slug: string; title: string }>(sql`
    select distinct on (1) ${value}::text as value, events.slug, events.title
    from ${from}
    where events.status = 'published' and events.source_set = 'corpus' and ${value} is not null
    order by 1, 'background' = any(events.tags), events.precision <> 'day',
      events.precision = 'reported', cardinality(events.pillars), events.starts_on, events.id`);
  return new Map(rows.map(({ value: code, ...example }) => [code, example]));
}

const joined = (table: SQL): SQL => sql`events join ${table} part on part.event_id = events.id`;

/** Examples for every list of the codebook, by the code of the word. */
export async function readExamples(db: Database) {
  const [type, pillar, precision, confidence, role, measure, reliability, credibility, marking] =
    await Promise.all([
      examplesOf(db, sql`events.type`),
      examplesOf(db, sql`strand`, sql`events cross join unnest(events.pillars) strand`),
      examplesOf(db, sql`events.precision`),
      examplesOf(db, sql`events.confidence`),
      examplesOf(db, sql`part.role`, joined(sql`event_actors`)),
      examplesOf(db, sql`part.measure`, joined(sql`event_measures`)),
      examplesOf(db, sql`part.reliability`, joined(sql`event_sources`)),
      examplesOf(db, sql`part.credibility`, joined(sql`event_sources`)),
      examplesOf(db, sql`events.marking`),
    ]);
  return { type, pillar, precision, confidence, role, measure, reliability, credibility, marking };
}
