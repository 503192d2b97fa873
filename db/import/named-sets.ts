import { sql } from 'drizzle-orm';
import { pillarwatch } from '@/lib/import/presets/pillarwatch';
import { presets } from '@/lib/import/presets';
import type { Transaction } from '../client';
import { ensureSourceSet } from '../source-sets';
import { JobProblem } from './job-problem';

/** Chosen as the set of an import: each event goes to the set that the file names, and to this where it names none. */
export const KEEPS_SETS = pillarwatch.set.key;

/** A file with more sets than this that are not here has something else in that column. */
const MOST_NEW = 50;

/** Makes the sets that staged events name and that are not here yet, and says which. Throws JobProblem where they are too many. */
export async function makeNamedSets(tx: Transaction, id: number, fileName: string): Promise<string[]> {
  const found = await tx.execute<{ key: string }>(sql`
    select distinct event ->> 'sourceSet' as key from import_staging
    where import_id = ${id} and event ->> 'sourceSet' not in (select key from source_sets) order by 1`);
  if (found.length > MOST_NEW)
    throw new JobProblem(
      `The file names ${found.length} sets that are not here: choose one set for all events.`,
    );
  for (const { key } of found) {
    const known = presets.find(({ set }) => set.key === key)?.set;
    await ensureSourceSet(tx, {
      ...(known ?? {
        key,
        title: key,
        description: `Came with the file ${fileName}.`,
        attribution: 'As each event’s sources say',
        licence: null,
        url: null,
      }),
    });
  }
  return found.map(({ key }) => key);
}
