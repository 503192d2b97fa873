import { database, type Database } from '@/db/client';
import { readKnownOn } from '@/db/known-changes';
import { recordFor } from '@/db/known-record';
import type { Filters } from '@/lib/filters';
import type { KnownOn } from '@/lib/known-since';

/** The record that a page's filters ask about, and what its notice says where that is of a past day. */
export async function readRecord(
  filters: Pick<Filters, 'asOf'>,
): Promise<{ db: Database; known: KnownOn | null }> {
  const [db, known] = await Promise.all([
    recordFor(filters),
    filters.asOf === null ? null : readKnownOn(database(), filters.asOf),
  ]);
  return { db, known };
}
