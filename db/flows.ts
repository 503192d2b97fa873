import { sql } from 'drizzle-orm';
import type { Filters } from '@/lib/filters';
import { sumFlows, type Amount, type Crossings } from '@/lib/flows/flow-sums';
import type { Database } from './client';
import { heldFor } from './held';
import { readRevision } from './index-feed';
import { readCrossingRows } from './index-rows';
import { assertRecord } from './known-record';
import { matchingIds } from './matching-ids';
import { readSourceSets } from './source-sets';

const held = heldFor<{ revision: number; crossings: Promise<Crossings> }>('flows');

/** What can be added up: a change in per cent cannot, and days in two places pass at once. */
async function readAmounts(db: Database): Promise<Map<number, Amount[]>> {
  const rows = await db.execute<{ id: number; measure: Amount['measure']; unit: string; value: number }>(sql`
    select m.event_id as id, m.measure, m.unit, m.value from event_measures m join events e on e.id = m.event_id
    where e.status = 'published' and e.origin is not null and m.value > 0
      and m.measure in ('quantity', 'usd', 'killed', 'injured') order by m.event_id, m.position`);
  const amounts = new Map<number, Amount[]>();
  for (const { id, measure, unit, value } of rows)
    amounts.set(id, [...(amounts.get(id) ?? []), { measure, unit, value }]);
  return amounts;
}

async function load(db: Database): Promise<Crossings> {
  const [rows, amounts, sets] = await Promise.all([
    readCrossingRows(db),
    readAmounts(db),
    readSourceSets(db),
  ]);
  return { ...rows, amounts, sets };
}

/** Every event that crossed a border, read once for each state of the record. */
async function readCrossings(db: Database): Promise<Crossings> {
  const revision = await readRevision(db);
  const known = held.get(db);
  if (known?.revision === revision) return known.crossings;
  const crossings = load(db);
  held.set(db, { revision, crossings });
  // A failure is not kept: the next request tries again.
  crossings.catch(() => held.delete(db));
  return crossings;
}

/** What crossed borders under the filters: see sumFlows. `amount`: a measure and unit to add up beside the counts. */
export async function readFlows(db: Database, filters: Filters, amount: string | null) {
  assertRecord(db, filters);
  const [crossings, ids] = await Promise.all([readCrossings(db), matchingIds(db, filters)]);
  return sumFlows(crossings, filters, ids, amount);
}
