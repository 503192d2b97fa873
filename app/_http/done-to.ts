import { database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import type { EventRecord } from '@/lib/event';
import { isSlug } from '@/lib/event';

/** What a button has just done, and to which event, by the parameter of the address that it led to: `?saved=slug`. */
export async function doneTo<Done extends string>(
  query: Record<string, string | string[] | undefined>,
  keys: readonly Done[],
): Promise<{ done: Done; event: EventRecord } | null> {
  const done = keys.find((key) => query[key] !== undefined);
  const slug = done && [query[done]].flat()[0];
  const event = slug && isSlug(slug) ? await readEvent(database(), slug) : null;
  return done && event ? { done, event } : null;
}
