import { problem } from '@/app/_http/problem';
import { database } from '@/db/client';
import { readEvent } from '@/db/event-record';
import { bibtexCitation, risCitation } from '@/lib/citation';
import { today } from '@/lib/days';
import { env } from '@/lib/env';

/** The event for reference managers: ?as=bibtex or ?as=ris. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/events/[slug]/cite'>,
): Promise<Response> {
  const { slug } = await params;
  const as = new URL(request.url).searchParams.get('as');
  if (as !== 'bibtex' && as !== 'ris')
    return problem(400, 'Unknown form of citation', 'Ask for ?as=bibtex or ?as=ris');
  const event = await readEvent(database(), slug);
  if (event?.status !== 'published')
    return problem(404, 'No such event', 'There is no published event of this name');
  const of = { event, url: `${env().PUBLIC_URL}/events/${slug}`, accessed: today() };
  const [body, type, ending] =
    as === 'ris'
      ? [risCitation(of), 'application/x-research-info-systems', 'ris']
      : [bibtexCitation(of), 'application/x-bibtex', 'bib'];
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${slug}.${ending}"`,
    },
  });
}
