import { findDownload } from '@/app/_http/downloads';
import { problem } from '@/app/_http/problem';
import { isSameOrigin } from '@/app/_http/same-origin';

type Context = RouteContext<'/export/progress/[id]'>;

const unknown = (): Response =>
  problem('not-found', 'No download of yours has this name here, or it ended some time ago.');

/** How far a file is that the asker is being sent, for the page's script. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await findDownload(request, (await params).id);
  if (!found) return unknown();
  return Response.json(found.progress(), { headers: { 'Cache-Control': 'no-store' } });
}

/** Ends a file in the middle. What has ended already stays as it is. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return problem('from-elsewhere', 'Only pages of this site may ask for this.');
  const found = await findDownload(request, (await params).id);
  if (!found) return unknown();
  found.cancel();
  return Response.json(found.progress(), { headers: { 'Cache-Control': 'no-store' } });
}
