import { z } from 'zod';
import { spanProblem } from './date-words';
import { isDay } from './days';
import { findPlace } from './places';
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
} from './vocabulary';

/**
 * What an event is: the one definition that form, seed, import and API share. The database repeats only what must hold
 * whoever writes (see db/schema.ts). Messages are written for the person who typed the value.
 */
const text = (name: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `Enter ${name}`)
    .max(max, `${capital(name)} must be ${max} characters or fewer`);
const optional = (name: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${capital(name)} must be ${max} characters or fewer`)
    .nullish()
    .transform((value) => value || null);
const oneOf = <const T extends readonly [string, ...string[]]>(codes: T, name: string) =>
  z.enum(codes, { error: `Select ${name}` });
const nullableOneOf = <const T extends readonly [string, ...string[]]>(codes: T, name: string) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    oneOf(codes, name).nullable(),
  );

const capital = (name: string): string =>
  name.replace(/^(?:a|an|the) /, '').replace(/^./, (c) => c.toUpperCase());

const daySchema = z.string().refine(isDay, 'Enter a real date, like 2020-03-23');
const optionalDay = z.preprocess(
  (value) => (value === '' ? null : value),
  daySchema.nullish().transform((v) => v ?? null),
);
const placeCode = z.string().refine((code) => findPlace(code) !== undefined, 'Enter a place from the list');
/** Only http and https: a link is shown to readers, and javascript: would run as ours. */
const link = (name: string) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z
      .url({
        protocol: /^https?$/,
        error: `${name} must start with http:// or https://`,
      })
      .max(2000)
      .nullable(),
  );
/** Commas only where thousands are: 1,5 is one and a half to half of Europe, and must not become 15. */
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?$/;
const numeric = (message: string) =>
  z.preprocess(
    (value) =>
      typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value.replaceAll(',', '')) : value,
    z.number({ error: message }),
  );
const optionalNumber = (min: number, max: number, message: string) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    numeric(message).pipe(z.number().min(min, message).max(max, message)).nullable(),
  );
const locatorNumber = (name: string) =>
  z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? null : Number(value)),
    z
      .number({ error: `${name} must be a whole number` })
      .int(`${name} must be a whole number`)
      .min(1, `${name} must be 1 or more`)
      .max(100_000)
      .nullable(),
  );

export const actorSchema = z.object({
  name: text('the name of the actor', 120),
  role: oneOf(roles, 'a role'),
});

export const measureSchema = z.object({
  measure: oneOf(measures, 'a measure'),
  value: numeric('Enter a number').pipe(z.number().min(-1e15).max(1e15)),
  unit: text('a unit', 60),
});

export const sourceSchema = z.object({
  title: text('the title of the source', 300),
  author: optional('the author', 200),
  publisher: optional('the publisher', 200),
  url: link('The web address'),
  archiveUrl: link('The archive address'),
  publishedOn: optionalDay,
  accessedOn: optionalDay,
  /** The article through which the source is known; null for a source read directly. */
  article: optional('the article', 60),
  page: optional('the page', 40),
  paragraph: locatorNumber('Paragraph'),
  footnote: locatorNumber('Footnote'),
  quotation: optional('the quotation', 300),
  reliability: nullableOneOf(reliabilities, 'a reliability'),
  credibility: nullableOneOf(credibilities, 'a credibility'),
  licence: optional('the licence', 120),
});

export const externalIdSchema = z.object({
  scheme: text('the scheme', 40),
  value: text('the identifier', 120),
});

const tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Tags are lower-case words joined by hyphens');
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, numbers and hyphens')
  .max(80);

/** The set of events that are added one by one in the form. */
export const OWN_SET = 'desk';

export const eventSchema = z
  .object({
    slug,
    /** Key of the set to which the event belongs; like the slug it is given once and stays. */
    sourceSet: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'Enter a source set')
      .default(OWN_SET),
    title: text('a title', 90),
    summary: text('a summary', 1000),
    startsOn: daySchema,
    endsOn: daySchema,
    precision: oneOf(precisions, 'how exactly the date is known'),
    dateText: optional('the date as the source words it', 80),
    type: oneOf(eventTypes, 'a type'),
    pillars: z
      .array(oneOf(pillars, 'a pillar'))
      .min(1, 'Select at least one pillar')
      .transform((codes) => pillars.filter((pillar) => codes.includes(pillar))),
    region: placeCode,
    locality: optional('the town or site', 120),
    latitude: optionalNumber(-90, 90, 'Latitude must be a number from -90 to 90'),
    longitude: optionalNumber(-180, 180, 'Longitude must be a number from -180 to 180'),
    origin: z.preprocess(
      (value) => (value === '' || value === undefined ? null : value),
      placeCode.nullable(),
    ),
    actors: z.array(actorSchema).max(20),
    measures: z.array(measureSchema).max(20),
    confidence: oneOf(confidences, 'how sure it is'),
    marking: oneOf(markings, 'a protective marking').default('OFFICIAL'),
    sources: z.array(sourceSchema).min(1, 'Add at least one source').max(20),
    externalIds: z.array(externalIdSchema).max(10).default([]),
    tags: z.array(tag).max(20).default([]),
    /** Slugs of events that belong with this one. */
    links: z.array(slug).max(20).default([]),
    status: oneOf(statuses, 'a status').default('published'),
  })
  .superRefine((event, context) => {
    const real = isDay(event.startsOn) && isDay(event.endsOn);
    const problem = real ? spanProblem(event) : null;
    if (problem) context.addIssue({ code: 'custom', path: ['startsOn'], message: problem });
    if ((event.latitude === null) !== (event.longitude === null)) {
      const missing = event.latitude === null ? 'latitude' : 'longitude';
      context.addIssue({
        code: 'custom',
        path: [missing],
        message: 'Enter both latitude and longitude, or neither',
      });
    }
  });

export type EventInput = z.output<typeof eventSchema>;
export type EventSource = z.output<typeof sourceSchema>;

/** A stored event: what was put in, and what the database adds. */
export interface EventRecord extends EventInput {
  id: number;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** True for what can be an event's address: anything else is in no record. */
export const isSlug = (word: string): boolean => slug.safeParse(word).success;

/** A slug made of the title and the year, without accents; the writer adds a number where it is taken. */
export function slugFrom(title: string, startsOn: string): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return `${words || 'event'}-${startsOn.slice(0, 4)}`;
}
