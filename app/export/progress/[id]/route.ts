import { answering } from '@/app/_http/answer-file';
import { findDownload } from '@/app/_http/downloads';
import { problem } from '@/app/_http/problem';
import { isSameOrigin } from '@/app/_http/same-origin';
import { unknownProgress, type DownloadProgress } from '@/lib/export/progress';

type Context = RouteContext<'/export/progress/[id]'>;

const said = (progress: DownloadProgress): Response =>
  Response.json(progress, { headers: { 'Cache-Control': 'no-store' } });

/**
 * How far a file is that the asker is being sent, for the page's script. Another instance behind the same address may be the
 * one that writes it: what is not known here is no error.
 */
export const GET = answering(async (request, { params }: Context) => {
  const found = await findDownload(request, (await params).id);
  return said(found?.progress() ?? unknownProgress);
});

/** Ends a file in the middle. What has ended already stays as it is. */
export const DELETE = answering(async (request, { params }: Context) => {
  if (!isSameOrigin(request)) return problem('from-elsewhere', 'Only pages of this site may ask for this.');
  const found = await findDownload(request, (await params).id);
  if (!found)
    return problem('not-found', 'No download of yours has this name here, or it ended some time ago.');
  found.cancel();
  return said(found.progress());
});
