import type { Day } from '../days';
import type { EventRecord } from '../event';
import type { Filters } from '../filters';
import type { SourceSet } from '../source-sets';
import type { LockdownBand } from '../timeline';

/** An event as files give it: the whole record, and in feeds the instant at which it was first published. */
export type ExportEvent = EventRecord & { publishedAt?: string };

/** What belongs to an event beside its own row, by its member. */
export type EventPart = 'actors' | 'measures' | 'sources' | 'externalIds' | 'links';

/** Of an event what tells it apart, and what belongs to it. */
export type EventParts = Pick<ExportEvent, 'slug' | EventPart>;

/** Events to be gone through, as often as is wanted, each time the same. */
export interface ExportEvents extends AsyncIterable<ExportEvent> {
  /** The same with empty lists for other parts than these, where that costs less: for who writes no others. */
  only?(parts: readonly EventPart[]): AsyncIterable<ExportEvent>;
  /** The same events in the same order, of each no more than these parts: for who writes nothing else of them. */
  partsAlone?(parts: readonly EventPart[]): AsyncIterable<EventParts>;
}

/** The events with no more of their parts than is written. */
export const eventsWith = (
  events: ExportEvents,
  ...parts: readonly EventPart[]
): AsyncIterable<ExportEvent> => events.only?.(parts) ?? events;

/** These parts of the events, and little else. */
export const partsOf = (events: ExportEvents, ...parts: readonly EventPart[]): AsyncIterable<EventParts> =>
  events.partsAlone?.(parts) ?? eventsWith(events, ...parts);

/** A work through which sources are known, as citations need it. */
export interface ExportArticle {
  key: string;
  author: string;
  title: string;
  outlet: string;
  publishedText: string;
  licence: string | null;
}

/** What a file says of itself: which state of the record it shows, under which filters, and on whose terms. */
export interface ExportContext {
  /** Where the product stands, without a slash at the end. */
  publicUrl: string;
  filters: Filters;
  /** The filters in one line of words. */
  filterWords: string;
  /** How many events the file holds. */
  total: number;
  revision: number;
  /** The day on which an event last changed; null in an empty record. */
  changedOn: Day | null;
  /** The day on which the file was made. */
  madeOn: Day;
  /** The highest marking of what is in the file. */
  marking: string;
  /** The source sets from which events are in the file. */
  sets: readonly SourceSet[];
  articles: ReadonlyMap<string, ExportArticle>;
  lockdowns: readonly LockdownBand[];
  /** Where the file is one page of several, as feeds are. */
  page?: {
    /** Where this page begins, and where the next does; not given for the first and after the last. */
    after?: string;
    next?: string;
    /** The last change among the events of the page. */
    updatedAt: string | null;
  };
}

/**
 * Writes a file as it is taken, in constant memory. `events` may be gone through more than once, each time the same; a
 * writer that is left early leaves them too.
 */
export type EventWriter = (
  events: ExportEvents,
  context: ExportContext,
) => AsyncGenerator<string | Uint8Array>;
