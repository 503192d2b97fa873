import { answering } from '@/app/_http/answer-file';
import { problem } from '@/app/_http/problem';
import { readEvent } from '@/db/event-record';
import { recordFor } from '@/db/known-record';
import { bibtexCitation, risCitation } from '@/lib/citation';
import { today } from '@/lib/days';
import { env } from '@/lib/env';
import { eventHref } from '@/lib/event-href';
import { parseFilters } from '@/lib/filters';

/** The event for reference managers: ?as=bibtex or ?as=ris. */
export const GET = answering(async (request, { params }: RouteContext<'/events/[slug]/cite'>) => {
  const { slug } = await params;
  const query = new URL(request.url).searchParams;
  const as = query.get('as');
  if (as !== 'bibtex' && as !== 'ris') return problem('bad-query', 'Ask for ?as=bibtex or ?as=ris');
  const { filters, problems } = parseFilters(
    new URLSearchParams(query.getAll('asOf').map((day) => ['asOf', day])),
  );
  if (problems.length > 0) return problem('bad-query', problems.map(({ message }) => message).join('. '));
  const { asOf } = filters;
  const event = await readEvent(await recordFor(filters), slug);
  if (event?.status !== 'published') return problem('not-found', 'There is no published event of this name');
  const of = { event, url: env().PUBLIC_URL + eventHref(slug, asOf), accessed: today() };
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
});
