import { formatDateSpan } from '../date-words';
import { shiftDay } from '../days';
import { placeName } from '../places';
import { datingOf, labelOf, pillarTerms, typeTerms } from '../vocabulary';
import { eventsWith, type EventWriter, type ExportContext, type ExportEvent } from './export-event';
import { eventUrl, fileCitation } from './file-words';
import { folded, icalDay, icalInstant, icalText } from './ical-line';
import { eventUuid } from './urn';

/** In a month's view a span looks like a duration: the title says that it is a date which is not known better. */
const titleOf = (event: ExportEvent): string =>
  datingOf(event.precision) === 'exact' ? event.title : `${event.title} (${formatDateSpan(event)})`;

function entry(event: ExportEvent, context: ExportContext): string {
  const where = [event.locality, placeName(event.region)].filter(Boolean).join(', ');
  const categories = [
    ...event.pillars.map((pillar) => labelOf(pillarTerms, pillar)),
    labelOf(typeTerms, event.type),
  ];
  const url = eventUrl(context, event.slug);
  const lines = [
    'BEGIN:VEVENT',
    `UID:${eventUuid(event.slug)}`,
    `DTSTAMP:${icalInstant(event.updatedAt)}`,
    `DTSTART;VALUE=DATE:${icalDay(event.startsOn)}`,
    // The end is not part of it (3.6.1).
    `DTEND;VALUE=DATE:${icalDay(shiftDay(event.endsOn, 1))}`,
    `SUMMARY:${icalText(titleOf(event))}`,
    `DESCRIPTION:${icalText(`${formatDateSpan(event)}. ${event.summary}\n${url}\n${event.marking}`)}`,
    `LOCATION:${icalText(where)}`,
    `CATEGORIES:${categories.map(icalText).join(',')}`,
    `URL:${url}`,
    `CREATED:${icalInstant(event.createdAt)}`,
    `LAST-MODIFIED:${icalInstant(event.updatedAt)}`,
    `SEQUENCE:${event.version - 1}`,
    `CLASS:${event.marking === 'OFFICIAL' ? 'PUBLIC' : 'CONFIDENTIAL'}`,
    // It says what happened, and takes up nobody's time.
    'TRANSP:TRANSPARENT',
    `X-DATE-PRECISION:${event.precision}`,
    `X-PROTECTIVE-MARKING:${icalText(event.marking)}`,
    ...(event.latitude === null || event.longitude === null
      ? []
      : [`GEO:${event.latitude.toFixed(6)};${event.longitude.toFixed(6)}`]),
    'END:VEVENT',
  ];
  return lines.map(folded).join('');
}

/** A calendar by RFC 5545, of whole days; a date that is not sharp is a span, and X-DATE-PRECISION says so. */
export const writeCalendar: EventWriter = async function* (events, context) {
  const name = icalText(`Pillarwatch: ${context.filterWords}`);
  const about = icalText(`${context.marking}. ${fileCitation(context)}`);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pillarwatch//Events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986, and what was in use before it.
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${about}`,
    `X-WR-CALDESC:${about}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    `X-PROTECTIVE-MARKING:${icalText(context.marking)}`,
  ];
  yield head.map(folded).join('');
  for await (const event of eventsWith(events)) yield entry(event, context);
  yield 'END:VCALENDAR\r\n';
};
