import { z } from 'zod';
import { placeKinds } from '../places';
import { periods } from '../periods';
import { chosenEventSchema } from './event-shape';

const count = z.int().min(0);
const tally = z.record(z.string(), count);

export const eventListSchema = z.object({
  data: z.array(chosenEventSchema),
  page: z.object({
    next: z.string().nullable().describe('What `cursor` must be for the next page; null on the last one'),
    total: count.describe('Events that pass the filters, on all pages'),
  }),
});

const named = z.array(z.object({ value: z.string(), label: z.string(), count }));

/** Every filter's options, each counted under all the other filters. */
export const countsSchema = z.object({
  total: count.describe('Events that pass the filters'),
  all: count.describe('Events of the public record'),
  revision: count.describe('State of the record that was counted'),
  facets: z.object({
    pillar: tally,
    type: tally,
    confidence: tally,
    dated: tally,
    region: tally.describe('By code; a place counts all that lies in it'),
    set: tally,
    actor: named.optional(),
    origin: named.optional(),
    article: named.optional(),
  }),
  histogram: z.object({
    period: z.enum(periods),
    bins: z.array(
      z.object({
        from: z.iso.date(),
        to: z.iso.date(),
        total: count.describe('Events that start in the bin, each once'),
        reported: count.describe('Of these, known only by the day of a report'),
        pillars: tally.describe('An event counts under each of its pillars'),
      }),
    ),
  }),
});
export type Counts = z.output<typeof countsSchema>;

export const placesSchema = z.object({
  data: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(placeKinds),
      parent: z.string().nullable(),
      aliases: z.array(z.string()),
    }),
  ),
});

export const vocabularySchema = z.object({
  data: z.record(
    z.string(),
    z.array(z.object({ code: z.string(), label: z.string(), definition: z.string() })),
  ),
});

export const problemSchema = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        parameter: z.string().optional(),
        pointer: z.string().optional().describe('Place in the body (RFC 6901)'),
        value: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
});

/** A change that waits for a reviewer. */
export const proposedSchema = z.object({
  slug: z.string(),
  version: z.int().describe('The version that readers go on seeing'),
  proposed: z.literal(true),
  review: z.string().describe('Where reviewers find it'),
});
