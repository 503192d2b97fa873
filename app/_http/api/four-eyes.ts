import { database } from '@/db/client';
import { wroteUnpublished } from '@/db/event-form';
import { inputOf } from '@/db/event-record';
import { ApiProblem } from '@/lib/api/problem-types';
import { changedFields } from '@/lib/changed-fields';
import { env } from '@/lib/env';
import type { EventInput, EventRecord } from '@/lib/event';
import { moveRefusal } from '@/lib/workflow';
import type { Call } from './call';

/** True where a write changes more of an event than its status. */
function changesContent(event: EventInput, current: EventRecord): boolean {
  const { slug, sourceSet, status } = current;
  const { before, after } = changedFields(inputOf(current), { ...event, slug, sourceSet, status });
  return Object.keys({ ...before, ...after }).length > 0;
}

/**
 * A key acts for its person: where nobody publishes their own work, no program does it for them. Throws ApiProblem where a
 * write would publish what that person has written. Only for keys that may publish.
 */
export async function checkFourEyes(
  { key }: Call,
  event: EventInput,
  current: EventRecord | null,
): Promise<void> {
  if (env().FOUR_EYES === 'off' || event.status !== 'published') return;
  const own =
    current === null ||
    changesContent(event, current) ||
    (await wroteUnpublished(database(), current.slug, key!.ownerId));
  const mover = { role: key!.role, own, fourEyes: true };
  if (moveRefusal(current?.status ?? null, event.status, mover) === null) return;
  throw new ApiProblem(
    'needs-review',
    'Nobody publishes their own work here, and a key acts for its person. Send the event with the status in_review: somebody else will publish it.',
    [{ pointer: '/status', value: event.status, detail: 'Send in_review' }],
  );
}

/** True where a write must become a proposal: the event is published and stays so, and somebody else decides. */
export const mustBeProposed = (event: EventInput, current: EventRecord): boolean =>
  env().FOUR_EYES === 'on' && current.status === 'published' && event.status === 'published';

/** The answer where a change waits for a reviewer: readers go on seeing the event as it is. */
export function proposedAnswer({ slug, version }: EventRecord): Response {
  const body = { slug, version, proposed: true, review: `${env().PUBLIC_URL}/admin/review` };
  return Response.json(body, { status: 202, headers: { 'Cache-Control': 'no-store' } });
}
