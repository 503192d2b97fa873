import { z } from 'zod';
import { confidences, eventTypes, measures, pillars, precisions, roles } from '@/lib/vocabulary';

const column = z.string().max(200, 'The name of a column has at most 200 characters');
/** Text with the names of columns in braces: "{event_type} in {location}". A part in [square brackets] goes where its column is empty. */
const template = z.string().max(1000);

export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** How a row says when it happened. */
const dateSchema = z.discriminatedUnion('kind', [
  /** A day, or a first and last one; `precision` says by a column's value how sharp it is, where there is one. */
  z.object({
    kind: z.literal('day'),
    column,
    end: column.default(''),
    order: z.enum(dayOrders),
    precision: z
      .object({ column, values: z.record(z.string().max(60), z.enum([...precisions, 'week'])) })
      .nullable()
      .default(null),
  }),
  /** Year, month and day apart; nought or nothing is what is not known. */
  z.object({ kind: z.literal('parts'), year: column, month: column, day: column }),
  /** Words as people write them: "mid-March 2020". */
  z.object({ kind: z.literal('words'), column }),
]);

const condition = z.object({
  column,
  is: z
    .array(z.string().max(200, 'A value of a rule has at most 200 characters'))
    .min(1)
    .max(200, 'A line of a rule has at most 200 values'),
});

/** What an event is where no rule and no column says so. */
const otherwiseSchema = z.object({
  type: z.enum(eventTypes),
  pillars: z.array(z.enum(pillars)).min(1).max(4),
  confidence: z.enum(confidences),
});

/** The first rule whose conditions all hold says what an event is; one with `skip` says why a row is none. */
const ruleSchema = z.object({
  when: z.array(condition).max(10, 'A rule has at most 10 lines'),
  type: z.enum(eventTypes).nullable().default(null),
  pillars: z.array(z.enum(pillars)).max(4).default([]),
  confidence: z.enum(confidences).nullable().default(null),
  /** Roles of the actors' columns, in their order, where they are others than usual: in a battle neither side is a target. */
  roles: z.array(z.enum(roles)).max(10).default([]),
  skip: z.string().max(200, 'A reason has at most 200 characters').nullable().default(null),
});
export type Rule = z.output<typeof ruleSchema>;

/** All that says of a format's rows what they are: the rules in order, and what holds where none does. */
export const ruleBookSchema = z.object({
  rules: z.array(ruleSchema).max(300).default([]),
  otherwise: otherwiseSchema,
});
export type RuleBook = z.output<typeof ruleBookSchema>;

/** From which columns the fields of an event are made; '' and [] for none. */
const fieldsSchema = z.object({
  externalId: column.default(''),
  title: template.default(''),
  summary: template.default(''),
  /** Tried in order: a code, a name, an alias. */
  place: z.array(column).max(10),
  locality: template.default(''),
  latitude: column.default(''),
  longitude: column.default(''),
  origin: column.default(''),
  type: column.default(''),
  pillars: column.default(''),
  confidence: column.default(''),
  tags: column.default(''),
  sourceTitle: template.default(''),
  publisher: template.default(''),
  url: column.default(''),
  publishedOn: column.default(''),
  actors: z
    .array(z.object({ column, role: z.enum(roles) }))
    .max(10)
    .default([]),
  measures: z
    .array(z.object({ column, measure: z.enum(measures), unit: z.string().max(60) }))
    .max(10)
    .default([]),
});

/** How a file of one shape becomes events: kept for the next file of that shape, and edited by people. */
export const mappingSchema = z.object({
  /** 'rows' for a row an event, else the name of a way that makes events of many rows. */
  way: z.enum(['rows', 'levels-by-day', 'levels-across', 'pillarwatch']),
  /** The preset it began as, for its name; '' for a file of no known format. */
  preset: z.string().max(40).default(''),
  fields: fieldsSchema,
  date: dateSchema,
  decimal: z.enum(['.', ',']).default('.'),
  /** Values that stand for "not known" in number columns. */
  unknown: z.array(z.string().max(20)).max(20).default([]),
  rules: ruleBookSchema.shape.rules,
  /** Which version of the preset's rules they began as; 0 for those that come with the product. */
  rulesVersion: z.number().int().min(0).default(0),
  defaults: otherwiseSchema.extend({
    sourceSet: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Use lower-case letters, numbers and hyphens'),
    sourceTitle: z.string().trim().min(1, 'Say what the source is').max(300),
    publisher: z.string().max(200).default(''),
    url: z.string().max(2000).default(''),
    licence: z.string().max(120).default(''),
  }),
  /** Of levels by day: which indicators become events. */
  indicators: z.array(z.string().max(10)).max(30).default([]),
  /** Where the coding of the source is explained. */
  codebook: z
    .object({ title: z.string().max(200), url: z.string().max(500) })
    .nullable()
    .default(null),
});
export type Mapping = z.output<typeof mappingSchema>;
