import { desc, sql } from 'drizzle-orm';
import type { Day } from '@/lib/days';
import type { Connection } from './client';
import { readRevision } from './index-feed';
import { eventChanges } from './schema';

/** Which state of the record this is: its revision, and the day in London on which an event last changed, if any did. */
export async function readDataset(db: Connection): Promise<{ revision: number; changedOn: Day | null }> {
  const changedOn = sql<Day>`(${eventChanges.changedAt} at time zone 'Europe/London')::date`;
  const last = db.select({ changedOn }).from(eventChanges).orderBy(desc(eventChanges.revision)).limit(1);
  const [revision, [change]] = await Promise.all([readRevision(db), last]);
  return { revision, changedOn: change?.changedOn ?? null };
}
