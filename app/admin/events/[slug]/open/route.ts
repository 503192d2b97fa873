import { answering } from '@/app/_http/answer-file';
import { checkUser, type User } from '@/app/_auth/session';
import { problem } from '@/app/_http/problem';
import { isSameOrigin } from '@/app/_http/same-origin';
import { database } from '@/db/client';
import { noteLeft, noteOpen, whoElseHasOpen } from '@/db/open-forms';
import { isSlug } from '@/lib/event';

/** Whoever may edit, from a page of ours; else the answer that says why not. */
async function editor(request: Request): Promise<User | Response> {
  const user = await checkUser('events.edit');
  if (typeof user === 'string') return problem('not-signed-in', 'Sign in to edit events.');
  return isSameOrigin(request)
    ? user
    : problem('from-elsewhere', 'Only pages of this site may ask for this.');
}

/** The form of an event is open still: noted, and answered with who else has it open. */
export const POST = answering(async (request, { params }: RouteContext<'/admin/events/[slug]/open'>) => {
  const user = await editor(request);
  if (user instanceof Response) return user;
  const { slug } = await params;
  if (!isSlug(slug)) return problem('not-found', 'No event has this address.');
  await noteOpen(database(), slug, user.id);
  const others = (await whoElseHasOpen(database(), [slug], user.id)).get(slug) ?? [];
  return Response.json(others, { headers: { 'Cache-Control': 'no-store' } });
});

/** The form was left. */
export const DELETE = answering(async (request, { params }: RouteContext<'/admin/events/[slug]/open'>) => {
  const user = await editor(request);
  if (user instanceof Response) return user;
  const { slug } = await params;
  if (isSlug(slug)) await noteLeft(database(), slug, user.id);
  return new Response(null, { status: 204 });
});
