import { z } from 'zod';
import type { EventRecord } from '../event';
import { instant } from '../export/file-words';
import { placeName } from '../places';
import {
  confidences,
  credibilities,
  eventTypes,
  markings,
  measures,
  pillars,
  precisions,
  reliabilities,
  roles,
  statuses,
} from '../vocabulary';

const day = z.iso.date();
const words = z.string().nullable();
const locator = z.int().positive().nullable();

/** A source of an event in a list. */
const listSource = z.object({
  title: z.string(),
  publisher: words,
  url: words,
  publishedOn: day.nullable(),
  article: words.describe('Key of the article through which the source is known'),
  paragraph: locator,
  footnote: locator,
  reliability: z.enum(reliabilities).nullable().describe('Admiralty system, A to F'),
  credibility: z.enum(credibilities).nullable().describe('Admiralty system, 1 to 6'),
  licence: words,
});
const wholeSource = listSource.extend({
  author: words,
  archiveUrl: words,
  accessedOn: day.nullable(),
  page: words,
  quotation: words,
});

/** An event as one of a list. */
export const listEventSchema = z.object({
  slug: z.string().describe('Its permanent name, by which it is asked for'),
  title: z.string(),
  summary: z.string(),
  startsOn: day.describe('First day on which it can lie'),
  endsOn: day.describe('Last day on which it can lie, included'),
  precision: z.enum(precisions).describe('How exactly the date is known'),
  type: z.enum(eventTypes),
  pillars: z.array(z.enum(pillars)),
  place: z.object({ code: z.string(), name: z.string() }).describe('Where it took effect'),
  locality: words.describe('Town or site, as the source names it'),
  origin: words.describe('Code of the place from which it crossed a border'),
  actors: z.array(z.object({ name: z.string(), role: z.enum(roles) })),
  measures: z.array(z.object({ measure: z.enum(measures), value: z.number(), unit: z.string() })),
  confidence: z.enum(confidences),
  sources: z.array(listSource),
  tags: z.array(z.string()),
  version: z.int().positive().describe('Counts the saves; what the ETag of the event is made of'),
  updatedAt: z.iso.datetime(),
});

/** An event alone: everything that is kept of it. */
export const wholeEventSchema = listEventSchema.extend({
  sources: z.array(wholeSource),
  dateText: words.describe('The date as the source words it'),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  marking: z.enum(markings).describe('Protective marking'),
  externalIds: z
    .array(z.object({ scheme: z.string(), value: z.string() }))
    .describe('Its numbers in other data sets'),
  links: z.array(z.string()).describe('Slugs of events that belong with it'),
  status: z.enum(statuses),
  set: z.string().describe('Key of the source set with which it came'),
  createdAt: z.iso.datetime(),
});
export type WholeEvent = z.output<typeof wholeEventSchema>;
export type EventField = keyof WholeEvent;

/** What `fields` may ask for, and what a list has where nothing is asked for. */
export const eventFields = Object.keys(wholeEventSchema.shape) as EventField[];
export const listFields = Object.keys(listEventSchema.shape) as EventField[];

/** An event of a list whose fields were chosen: any of them may be missing. */
export const chosenEventSchema = wholeEventSchema.extend({ sources: z.array(listSource) }).partial();

/** A stored event as programs get it. */
export function wholeEvent(record: EventRecord): WholeEvent {
  const { id: _id, sourceSet, region, createdAt, updatedAt, ...rest } = record;
  return {
    ...rest,
    place: { code: region, name: placeName(region) },
    set: sourceSet,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
}

const shortSource = (source: WholeEvent['sources'][number]): z.output<typeof listSource> => ({
  title: source.title,
  publisher: source.publisher,
  url: source.url,
  publishedOn: source.publishedOn,
  article: source.article,
  paragraph: source.paragraph,
  footnote: source.footnote,
  reliability: source.reliability,
  credibility: source.credibility,
  licence: source.licence,
});

/** A stored event as one of a list, with these fields alone. */
export function listEvent(
  record: EventRecord,
  fields: readonly EventField[] = listFields,
): z.output<typeof chosenEventSchema> {
  const whole = wholeEvent(record);
  const short = { ...whole, sources: whole.sources.map(shortSource) };
  return Object.fromEntries(fields.map((name) => [name, short[name]]));
}
