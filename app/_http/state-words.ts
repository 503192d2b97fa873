import type { Database } from '@/db/client';
import { readDataset } from '@/db/dataset';
import { formatDay } from '@/lib/days';

/** Which state of the record a picture shows, for its last line: it is looked at long after it was taken away. */
export async function stateWords(db: Database): Promise<string> {
  const { revision, changedOn } = await readDataset(db);
  const state = changedOn
    ? `The record as of ${formatDay(changedOn)} (revision ${revision})`
    : 'An empty record';
  return `Pillarwatch. ${state}.`;
}
