import { and, arrayOverlaps, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Filters } from '@/lib/filters';
import { datings, precisions, datingOf } from '@/lib/vocabulary';
import { events } from './schema';

/**
 * The filters as SQL over `events`: one condition a filter, or undefined where it is not set. lib/event-index.ts holds
 * the same for the in-memory index, and a property test holds the two together.
 */
const conditions: { [K in keyof Filters]: (value: NonNullable<Filters[K]>) => SQL | undefined } = {
  q: (text) => hasWords(text),
  // A span matches where it touches from..to.
  from: (day) => gte(events.endsOn, day),
  to: (day) => lte(events.startsOn, day),
  pillar: (codes) => arrayOverlaps(events.pillars, codes),
  type: (codes) => inArray(events.type, codes),
  region: (codes) => within(sql`${events.region}`, codes),
  confidence: (codes) => inArray(events.confidence, codes),
  dated: (codes) =>
    codes.length === datings.length
      ? undefined
      : inArray(
          events.precision,
          precisions.filter((precision) => codes.includes(datingOf(precision))),
        ),
  actor: (names) =>
    sql`exists (select from event_actors a where a.event_id = ${events.id} and a.name = any(${textArray(names)}))`,
  origin: (codes) => within(sql`${events.origin}`, codes),
  article: (keys) =>
    sql`exists (select from event_sources s where s.event_id = ${events.id} and s.article = any(${textArray(keys)}))`,
  set: (keys) => inArray(events.sourceSet, keys),
  // Which record is asked, not which of its events: db/known-record.ts.
  asOf: () => undefined,
};

/** True for events whose words the text finds, in websearch syntax. */
export function hasWords(text: string): SQL {
  return sql`${events.id} in (select event_id from event_search where words @@ websearch_to_tsquery('english', ${text}))`;
}

/** Values as one text[] parameter, whatever their number. */
export function textArray(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

/** True for rows whose place is one of `codes` or lies in one: descendants share the start of the path. */
function within(column: SQL, codes: readonly string[]): SQL {
  return sql`${column} in (
    select below.code from places below join places above on starts_with(below.path, above.path)
    where above.code = any(${textArray(codes)}))`;
}

/** Only what the dashboard shows. */
export const published = eq(events.status, 'published');

/** The condition for published events under all filters but those in `except`. */
export function whereFilters(filters: Filters, ...except: (keyof Filters)[]): SQL {
  const parts = (Object.keys(conditions) as (keyof Filters)[])
    .filter((key) => !except.includes(key))
    .map((key) => {
      const value = filters[key];
      const empty = value === null || value.length === 0;
      return empty ? undefined : (conditions[key] as (value: unknown) => SQL | undefined)(value);
    });
  return and(published, ...parts)!;
}
