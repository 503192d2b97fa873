import { z } from 'zod';
import { decodeCursor, sortKeys, type Cursor, type Sort } from '../event-sort';
import { filterLabels } from '../filter-words';
import { filterKeys, noFilters, type Filters } from '../filters';
import { namedFilters } from '../facets';
import { findPlace, placeKinds, places } from '../places';
import { periods } from '../periods';
import {
  confidences,
  datings,
  eventTypes,
  eventTypes as types,
  labelOf,
  pillars,
  typeTerms,
} from '../vocabulary';
import { eventFields, type EventField } from './event-shape';

/** A parameter of a query: its schema reads the text, and documents it. */
export interface Parameter {
  name: string;
  description: string;
  schema: z.ZodType;
  example?: string;
  /** True where it may be given more than once. */
  repeated?: boolean;
}

const closed: Partial<Record<keyof Filters, readonly [string, ...string[]]>> = {
  pillar: pillars,
  type: eventTypes,
  confidence: confidences,
  dated: datings,
};

const notes: Record<keyof Filters, { description: string; example: string }> = {
  q: {
    description: 'Words to find in title, summary, locality and actors; "quoted", or, -not',
    example: 'lockdown',
  },
  from: { description: 'First day; events that touch the days pass', example: '2020-03-01' },
  to: { description: 'Last day, included', example: '2020-04-30' },
  pillar: { description: 'Strand of Contest', example: 'prevent' },
  type: { description: 'Kind of event', example: 'attack' },
  region: {
    description: 'Code of a place, which stands for all that lies in it, or its name',
    example: 'GB',
  },
  confidence: { description: 'How sure it is', example: 'confirmed' },
  dated: { description: 'How the date is known', example: 'exact' },
  actor: { description: 'Name of an actor', example: 'WHO' },
  origin: { description: 'Code of the place from which something crossed a border', example: 'CN' },
  article: { description: 'Key of the source article', example: 'cap-2020-06' },
  set: { description: 'Key of a source set', example: 'desk' },
  asOf: {
    description: 'A past day: the record as it was known at its end in London',
    example: '2026-11-20',
  },
};

/** The filters, as in the addresses of the pages: values of one are alternatives, filters are combined. */
export const filterParameters: readonly Parameter[] = filterKeys.map((name) => ({
  name,
  description: `${filterLabels[name]}: ${notes[name].description}`,
  example: notes[name].example,
  schema: closed[name] ? z.enum(closed[name]) : z.string().max(200),
  repeated: Array.isArray(noFilters[name]),
}));

const sorts = sortKeys.flatMap((key) => [key, `-${key}`]) as [string, ...string[]];

/** Read from its text: a name, with a minus before it for the other way. */
export function sortOf(text: string): Sort {
  const by = sortKeys.find((key) => key === text.replace(/^-/, ''))!;
  return { by, descending: text.startsWith('-') };
}

export const MOST_EVENTS = 500;

const keyFits = ({ key }: Cursor, { by }: Sort): boolean =>
  by === 'date'
    ? key === ''
    : by === 'type'
      ? types.some((code) => labelOf(typeTerms, code) === key)
      : places.some(({ name }) => name === key);

/** The cursor of a page, null where there is none; 'foreign' where it was not given for this sort. */
export function cursorOf(text: string | undefined, sort: Sort): Cursor | null | 'foreign' {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  return cursor && keyFits(cursor, sort) ? cursor : 'foreign';
}

export const listParameters: readonly Parameter[] = [
  {
    name: 'sort',
    description: 'What to sort by; a minus turns the order round. Within one value by date',
    schema: z.enum(sorts, { error: `Give one of ${sorts.join(', ')}` }).default('-date'),
  },
  {
    name: 'limit',
    description: `Events in an answer, 1 to ${MOST_EVENTS}; 50 where it is missing`,
    schema: z
      .string()
      .regex(/^\d{1,3}$/, `Give a whole number from 1 to ${MOST_EVENTS}`)
      .transform(Number)
      .pipe(z.int().min(1, 'Give 1 or more').max(MOST_EVENTS, `Give ${MOST_EVENTS} or fewer`))
      .default(50),
    example: '20',
  },
  {
    name: 'cursor',
    description:
      'Where the page begins: page.next of the answer before. Keep the other parameters as they were. Events that are written meanwhile come where the order has them; one whose own place in it changes may come twice, or not at all: with asOf nothing changes',
    schema: z.string().min(1).max(1000),
  },
  {
    name: 'fields',
    description: `Names of the fields to give, joined by commas, of ${eventFields.join(', ')}; all where it is missing`,
    schema: z
      .string()
      .transform((text) => text.split(','))
      .pipe(
        z.array(
          z.enum(eventFields as [EventField, ...EventField[]], {
            error: ({ input }) => `There is no field called “${String(input).slice(0, 100)}”`,
          }),
        ),
      )
      .transform((names) => eventFields.filter((name) => names.includes(name))),
    example: 'slug,title,startsOn',
  },
];

export const countParameters: readonly Parameter[] = [
  {
    name: 'period',
    description: 'Length of the histogram’s bins; the one that suits the days where it is missing',
    schema: z.enum(periods, { error: `Give one of ${periods.join(', ')}` }),
    example: 'month',
  },
  {
    name: 'show',
    description: 'Filters whose values only the database counts, which takes longer: count them too',
    schema: z.enum(namedFilters, { error: `Give one of ${namedFilters.join(', ')}` }),
    repeated: true,
    example: 'actor',
  },
];

export const placeParameters: readonly Parameter[] = [
  {
    name: 'kind',
    description: 'Places of this kind alone',
    schema: z.enum(placeKinds, { error: `Give one of ${placeKinds.join(', ')}` }),
    example: 'country',
  },
  {
    name: 'within',
    description: 'Code of a place: it and what lies in it',
    schema: z.string().refine((code) => findPlace(code) !== undefined, 'There is no place of this code'),
    example: 'GB',
  },
];

export const changeParameters: readonly Parameter[] = [
  {
    name: 'since',
    description: 'Revision after which changes count; the current one where it is missing',
    schema: z
      .string()
      .regex(/^\d{1,15}$/, 'Give a whole number')
      .transform(Number),
    example: '1',
  },
];
