import { sql } from 'drizzle-orm';
import { isWithin } from '@/lib/places';
import type { Database } from './client';
import { heldFor } from './held';
import { readRevision } from './index-feed';

/** How many published events went from one place to another. */
interface Crossing {
  origin: string;
  region: string;
  count: number;
}

const held = heldFor<{ revision: number; crossings: Promise<Crossing[]> }>('crossings');

/** Every pair of places between which something crossed a border, counted once for each state of the record. */
async function readCrossings(db: Database): Promise<Crossing[]> {
  const revision = await readRevision(db);
  const known = held.get(db);
  if (known?.revision === revision) return known.crossings;
  const crossings = db
    .execute<{ origin: string; region: string; count: number }>(
      sql`select origin, region, count(*)::int as count from events
        where status = 'published' and origin is not null group by 1, 2`,
    )
    .then((rows) => [...rows]);
  held.set(db, { revision, crossings });
  // A failure is not kept: the next request tries again.
  crossings.catch(() => held.delete(db));
  return crossings;
}

/** Cross-border events that left a place and that arrived in it, for its profile. */
export async function crossBorderCounts(
  db: Database,
  code: string,
): Promise<{ sent: number; received: number }> {
  const crossings = await readCrossings(db);
  const sum = (end: 'origin' | 'region'): number =>
    crossings.reduce((total, crossing) => total + (isWithin(crossing[end], code) ? crossing.count : 0), 0);
  return { sent: sum('origin'), received: sum('region') };
}
