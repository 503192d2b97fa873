import { and, eq } from 'drizzle-orm';
import type { EventInput } from '@/lib/event';
import type { Connection } from './client';
import { eventChanges } from './schema';

/** The event as it stood after its save number `version`; null where there is no such version. */
export async function readVersion(
  db: Connection,
  eventId: number,
  version: number,
): Promise<EventInput | null> {
  const [row] = await db
    .select({ snapshot: eventChanges.snapshot })
    .from(eventChanges)
    .where(and(eq(eventChanges.eventId, eventId), eq(eventChanges.version, version)));
  return row?.snapshot ?? null;
}
