import { sourceCitation } from '../citation';
import { formatDateSpan } from '../date-words';
import { filtersToQuery } from '../filters';
import { placeName } from '../places';
import { labelOf, pillarTerms, typeTerms } from '../vocabulary';
import { element, FEED_AUTHOR, FEED_START, link } from './atom-parts';
import type { EventWriter, ExportContext, ExportEvent } from './export-event';
import { eventUrl, instant, licenceLines, pageUrl, stateWords } from './file-words';
import { eventUuid, feedUuid } from './urn';
import { xmlText } from './xml';

function feedUrl({ publicUrl, filters }: ExportContext, after?: string): string {
  const query = filtersToQuery(filters, { after });
  return `${publicUrl}/export/events.atom${query && `?${query}`}`;
}

function categories(event: ExportEvent, { publicUrl }: ExportContext): string[] {
  const one = (list: string, term: string, label: string): string =>
    `<category scheme="${xmlText(`${publicUrl}/data/codebook#${list}`)}" term="${xmlText(term)}" label="${xmlText(label)}"/>`;
  return [
    ...event.pillars.map((pillar) => one('pillars', pillar, labelOf(pillarTerms, pillar))),
    one('types', event.type, labelOf(typeTerms, event.type)),
    one('marking', event.marking, event.marking),
  ];
}

function content(event: ExportEvent, { articles }: ExportContext): string {
  const where = [event.locality, placeName(event.region)].filter(Boolean).join(', ');
  const sources = event.sources.map((source) =>
    sourceCitation(source, articles.get(source.article ?? '') ?? null),
  );
  // Markup within text: escaped once as HTML and once more as XML.
  const html = [
    `<p>${xmlText(`${formatDateSpan(event)}, ${where}. ${event.summary}`)}</p>`,
    `<ul>${sources.map((source) => `<li>${xmlText(source)}</li>`).join('')}</ul>`,
    `<p>${xmlText(event.marking)}</p>`,
  ];
  return `<content type="html">${xmlText(html.join(''))}</content>`;
}

function entry(event: ExportEvent, context: ExportContext): string {
  return [
    '<entry>',
    element('id', `urn:uuid:${eventUuid(event.slug)}`),
    element('title', event.title),
    link('alternate', eventUrl(context, event.slug), 'text/html'),
    element('published', instant(event.publishedAt ?? event.createdAt)),
    element('updated', instant(event.updatedAt)),
    ...categories(event, context),
    element('summary', `${formatDateSpan(event)}. ${event.summary}`),
    content(event, context),
    '</entry>\n',
  ].join('\n');
}

function head(context: ExportContext, updatedAt: string): string {
  const { filters, filterWords, marking, page } = context;
  return [
    ...FEED_START,
    element('id', `urn:uuid:${feedUuid(filtersToQuery(filters))}`),
    element('title', `Pillarwatch: ${filterWords}`),
    element('subtitle', `${marking}. Events by their last change, newest first. ${stateWords(context)}.`),
    element('updated', updatedAt),
    FEED_AUTHOR,
    element('rights', [`${marking}.`, ...licenceLines(context)].join(' ')),
    link('self', feedUrl(context, page?.after)),
    link('alternate', pageUrl(context), 'text/html'),
    ...(page ? [link('first', feedUrl(context))] : []),
    ...(page?.next ? [link('next', feedUrl(context, page.next))] : []),
    '',
  ].join('\n');
}

/**
 * A feed by RFC 4287, and in pages by RFC 5005. `updated` is when the record last changed, never when the event happened:
 * that stands in the words. The ids are permanent. `events` come with the newest change first, and few of them.
 */
export const writeAtom: EventWriter = async function* (events, context) {
  let begun = false;
  for await (const event of events) {
    if (!begun) yield head(context, instant(context.page?.updatedAt ?? event.updatedAt));
    begun = true;
    yield entry(event, context);
  }
  // A feed must say when it changed: an empty one has not since there are days.
  if (!begun) yield head(context, `${context.changedOn ?? '1970-01-01'}T00:00:00.000Z`);
  yield '</feed>\n';
};
