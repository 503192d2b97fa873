import type { Cell } from './csv';
import { formatDateSpan } from './date-words';
import type { Day } from './days';
import { placeName } from './places';
import type { Confidence, EventType, Pillar, Precision } from './vocabulary';

/** The columns of a file of events, one row an event. */
export const eventColumns = [
  'id',
  'slug',
  'title',
  'starts_on',
  'ends_on',
  'precision',
  'date',
  'type',
  'pillars',
  'place_code',
  'place',
  'locality',
  'confidence',
  'sources',
] as const;

interface EventRow {
  id: number;
  slug: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  precision: Precision;
  type: EventType;
  pillars: readonly Pillar[];
  region: string;
  locality: string | null;
  confidence: Confidence;
  sources: number;
}

/** An event as a row of such a file: codes of the vocabulary, several pillars parted by ";", the date also in words. */
export function eventCells(event: EventRow): Cell[] {
  return [
    event.id,
    event.slug,
    event.title,
    event.startsOn,
    event.endsOn,
    event.precision,
    formatDateSpan(event),
    event.type,
    event.pillars.join(';'),
    event.region,
    placeName(event.region),
    event.locality,
    event.confidence,
    event.sources,
  ];
}
