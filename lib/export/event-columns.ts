import type { Cell } from '../csv';
import { formatDateSpan } from '../date-words';
import { placeName } from '../places';
import { confidences, eventTypes, markings, pillars, precisions } from '../vocabulary';
import { joinList, joinPair } from './cell-list';
import type { ExportContext, ExportEvent } from './export-event';
import { eventUrl, instant } from './file-words';
import { partColumns, type EventColumn } from './part-columns';

const killed = ({ measures }: ExportEvent): number | null => {
  const counts = measures.filter(({ measure }) => measure === 'killed').map(({ value }) => value);
  return counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0);
};

const when: EventColumn[] = [
  {
    name: 'date',
    type: 'text',
    definition: 'When it happened, in words: as exactly as is known and no more.',
    cell: (event) => formatDateSpan(event),
  },
  {
    name: 'starts_on',
    type: 'date',
    definition: 'The first day on which it can have happened, YYYY-MM-DD.',
    cell: (event) => event.startsOn,
  },
  {
    name: 'ends_on',
    type: 'date',
    definition: 'The last day on which it can have happened, included, YYYY-MM-DD.',
    cell: (event) => event.endsOn,
  },
  {
    name: 'precision',
    type: 'code',
    definition: 'How sharp the two days are; with “reported” they are the day of the report.',
    values: precisions,
    cell: (event) => event.precision,
  },
  {
    name: 'date_text',
    type: 'text',
    definition: 'The date as the source words it.',
    cell: (event) => event.dateText,
  },
];

const where: EventColumn[] = [
  {
    name: 'place_code',
    type: 'code',
    definition:
      'Where it took effect: UN M49 number, ISO 3166-1 alpha-2 country, ISO 3166-2 nation of the UK, or GSS code of an English region.',
    cell: (event) => event.region,
  },
  {
    name: 'place',
    type: 'text',
    definition: 'That place by name.',
    cell: (event) => placeName(event.region),
  },
  {
    name: 'locality',
    type: 'text',
    definition: 'Town or site, as the source names it.',
    cell: (event) => event.locality,
  },
  {
    name: 'latitude',
    type: 'number',
    definition: 'Degrees north, WGS 84.',
    cell: (event) => event.latitude,
  },
  {
    name: 'longitude',
    type: 'number',
    definition: 'Degrees east, WGS 84.',
    cell: (event) => event.longitude,
  },
  {
    name: 'origin_code',
    type: 'code',
    definition: 'Where it came from, if it crossed a border; a code like place_code.',
    cell: (event) => event.origin,
  },
  {
    name: 'origin',
    type: 'text',
    definition: 'That origin by name.',
    cell: (event) => (event.origin === null ? null : placeName(event.origin)),
  },
];

const what: EventColumn[] = [
  {
    name: 'slug',
    type: 'text',
    definition: 'The permanent name of the event: never changes, and ends its address.',
    cell: (event) => event.slug,
  },
  {
    name: 'title',
    type: 'text',
    definition: 'What happened, who and where, in at most 90 characters.',
    cell: (event) => event.title,
  },
  {
    name: 'summary',
    type: 'text',
    definition: 'The same in a sentence or two.',
    cell: (event) => event.summary,
  },
];

const kind: EventColumn[] = [
  {
    name: 'type',
    type: 'code',
    definition: 'What kind of happening it is.',
    values: eventTypes,
    cell: (event) => event.type,
  },
  {
    name: 'pillars',
    type: 'list',
    definition: 'The strands of Contest on which it bears, one to four, parted by “; ”.',
    values: pillars,
    cell: (event) => joinList(event.pillars),
  },
];

const standing: EventColumn[] = [
  {
    name: 'confidence',
    type: 'code',
    definition: 'How sure it is that it happened.',
    values: confidences,
    cell: (event) => event.confidence,
  },
  {
    name: 'marking',
    type: 'code',
    definition: 'Protective marking of the event.',
    values: markings,
    cell: (event) => event.marking,
  },
  {
    name: 'tags',
    type: 'list',
    definition: 'Free words for grouping, parted by “; ”.',
    cell: (event) => joinList(event.tags) || null,
  },
  {
    name: 'source_set',
    type: 'code',
    definition:
      'The set with which it came; the page “Data” says what each is and on whose terms it may be used.',
    cell: (event) => event.sourceSet,
  },
  {
    name: 'killed',
    type: 'number',
    definition: 'People killed, as its sources count them; empty where they give no number.',
    cell: killed,
  },
];

const rest: EventColumn[] = [
  {
    name: 'external_ids',
    type: 'list',
    definition: 'Its numbers in other data sets: scheme, an equals sign, number, parted by “; ”.',
    cell: ({ externalIds }) =>
      joinList(externalIds.map(({ scheme, value }) => joinPair(scheme, value))) || null,
  },
  {
    name: 'links',
    type: 'list',
    definition: 'The slugs of events that belong with it, parted by “; ”.',
    cell: (event) => joinList(event.links) || null,
  },
  {
    name: 'version',
    type: 'number',
    definition: 'Counts its changes from 1.',
    cell: (event) => event.version,
  },
  {
    name: 'updated_at',
    type: 'instant',
    definition: 'When it was last changed, RFC 3339 in UTC.',
    cell: (event) => instant(event.updatedAt),
  },
  {
    name: 'address',
    type: 'text',
    definition: 'Its page, with its history.',
    cell: (event, context) => eventUrl(context, event.slug),
  },
];

/** The columns of a row of events without what has sheets of its own in a workbook. */
export const plainColumns: readonly EventColumn[] = [
  ...what,
  ...when,
  ...kind,
  ...where,
  ...standing,
  ...rest,
];

/** The columns of a CSV file of events: everything, one row an event. */
export const eventColumns: readonly EventColumn[] = [
  ...what,
  ...when,
  ...kind,
  ...where,
  ...standing,
  ...partColumns,
  ...rest,
];

/** An event as a row of such a file. */
export function eventCells(event: ExportEvent, context: ExportContext): Cell[] {
  return eventColumns.map(({ cell }) => cell(event, context));
}
