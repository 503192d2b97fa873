import { desc } from 'drizzle-orm';
import type { Day } from '@/lib/days';
import type { Connection } from './client';
import { readRevision } from './index-feed';
import { dayOfInstant } from './london-days';
import { eventChanges } from './schema';

/** Which state of the record this is: its revision, and the day in London on which an event last changed, if any did. */
export async function readDataset(db: Connection): Promise<{ revision: number; changedOn: Day | null }> {
  const changedOn = dayOfInstant(eventChanges.changedAt);
  const last = db.select({ changedOn }).from(eventChanges).orderBy(desc(eventChanges.revision)).limit(1);
  const [revision, [change]] = await Promise.all([readRevision(db), last]);
  return { revision, changedOn: change?.changedOn ?? null };
}
