import { formatDateSpan } from '../date-words';
import { placeName } from '../places';
import type { EventRecord } from '../event';
import type { ExportContext, ExportEvent } from './export-event';
import { eventUrl, fileCitation, instant, licenceLines, pageUrl } from './file-words';

/** Without what feeds alone know; most events do not have it, and a copy of each would cost a long file. */
function recordOf(event: ExportEvent): EventRecord {
  if (event.publishedAt === undefined) return event;
  const { publishedAt: _published, ...record } = event;
  return record;
}

/**
 * An event as JSON: all that eventSchema reads back to the same event, and with it what the database adds and what people
 * would look up (the date in words, the names of places, the address).
 */
export function eventJson(from: ExportEvent, context: Pick<ExportContext, 'publicUrl'>) {
  const event = recordOf(from);
  return {
    ...event,
    createdAt: instant(event.createdAt),
    updatedAt: instant(event.updatedAt),
    date: formatDateSpan(event),
    place: { code: event.region, name: placeName(event.region) },
    originPlace: event.origin === null ? null : { code: event.origin, name: placeName(event.origin) },
    address: eventUrl(context, event.slug),
  };
}

/** What a file of JSON says of itself. */
export function fileJson(context: ExportContext) {
  return {
    title: 'Pillarwatch: events',
    marking: context.marking,
    filters: context.filterWords,
    total: context.total,
    revision: context.revision,
    changedOn: context.changedOn,
    madeOn: context.madeOn,
    page: pageUrl(context),
    citation: fileCitation(context),
    licences: licenceLines(context),
  };
}
