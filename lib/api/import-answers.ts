import { z } from 'zod';
import { importStates, verdicts } from '../import/import-counts';
import { mappingSchema } from '../import/mapping';
import { statuses } from '../vocabulary';

const count = z.int().min(0);
const perVerdict = z.object(Object.fromEntries(verdicts.map((verdict) => [verdict, count])));
const instant = z.iso.datetime().nullable();

/** An import, at whichever step it stands. */
export const importSchema = z.object({
  id: z.int(),
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
  state: z.enum(importStates),
  running: z.boolean().describe('False while nothing runs, or where the process that did it has died'),
  step: z.string().nullable().describe('What it is doing, in words'),
  rowsDone: count,
  bytesDone: count.describe('Of bytes, as far as they are read'),
  format: z.string().nullable(),
  columns: z.array(z.string()).nullable(),
  mapping: mappingSchema
    .nullable()
    .describe('How it is read: as it was kept, else what the file itself suggests; null where it is gone'),
  questions: z
    .array(
      z.object({
        field: z.string(),
        text: z.string(),
        answers: z.array(z.object({ value: z.string(), label: z.string() })),
      }),
    )
    .describe('What cannot be told from the file: a mapping that settles it must be sent'),
  set: z.string().nullable().describe('Key of the source set that the events go to'),
  status: z.enum(statuses).describe('What new events become'),
  counts: z
    .object({
      rows: count.describe('Of the file: the sum of rowsOf, rejected and skipped'),
      events: perVerdict,
      rowsOf: perVerdict,
      rejected: count,
      skipped: count,
    })
    .nullable()
    .describe('What the check found'),
  skipped: z.array(z.object({ reason: z.string(), rows: count, firstRow: count })),
  problem: z.string().nullable().describe('Why the last step failed'),
  createdAt: instant,
  appliedAt: instant,
  undoneAt: instant,
});
export type ImportAnswer = z.output<typeof importSchema>;

export const importListSchema = z.object({
  data: z.array(importSchema.omit({ mapping: true, questions: true, columns: true })),
  page: z.object({ next: z.string().nullable().describe('What `cursor` must be for the next page') }),
});

const page = z.object({ next: z.string().nullable() });

export const rejectedSchema = z.object({
  data: z.array(
    z.object({
      row: count,
      problems: z.array(
        z.object({
          column: z.string(),
          value: z.string(),
          reason: z.string(),
          sheet: z
            .object({ name: z.string(), row: z.int() })
            .optional()
            .describe('Where it stands in a workbook, where that is another sheet than that of the events'),
        }),
      ),
      raw: z.record(z.string(), z.string()),
    }),
  ),
  page,
});

export const findingsSchema = z.object({
  data: z.array(
    z.object({
      position: count.describe('Of the event in the file: what `allow` takes'),
      row: count.describe('The first row from which it was made'),
      twinRow: count.nullable().describe('The row before it with the same identifier'),
      allowed: z.boolean(),
      slug: z.string().nullable().describe('Of the event here that it is, or looks like'),
      title: z.string().nullable(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      place: z.string().nullable().describe('Code'),
    }),
  ),
  page,
});

/** How a file is to be read and where it goes; what is left out stays as the import says it. */
export const checkBodySchema = z.strictObject({
  mapping: mappingSchema.optional(),
  set: z.string().max(40).optional().describe('Key of a source set that is there'),
  newSet: z
    .strictObject({
      title: z.string(),
      attribution: z.string(),
      licence: z.string().default(''),
      url: z.string().default(''),
    })
    .optional()
    .describe('A set that is made for it'),
});

export const applyBodySchema = z.strictObject({
  status: z.enum(['draft', 'in_review', 'published']).default('in_review').describe('What new events become'),
  allow: z
    .union([z.enum(['all', 'none']), z.array(z.int().min(0).max(2_000_000_000)).max(10_000)])
    .default('none')
    .describe('Which of the likely duplicates are events of their own: their positions'),
});
