import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Day } from '@/lib/days';

/** The instant at which a civil day begins in London. */
export const startOfDay = (day: Day): SQL => sql`(${day}::date::timestamp at time zone 'Europe/London')`;

/** The instant at which a civil day ends in London: the first of the next one. */
export const endOfDay = (day: Day): SQL => sql`((${day}::date + 1)::timestamp at time zone 'Europe/London')`;

/** The civil day of an instant in London. */
export const dayOfInstant = (instant: SQLWrapper): SQL<Day> =>
  sql<Day>`(${instant} at time zone 'Europe/London')::date`;
