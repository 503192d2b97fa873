import { z } from 'zod';
import { isDay } from '@/lib/days';
import { findPlace } from '@/lib/places';
import { pillars, type Term } from '@/lib/vocabulary';

/** What may be said of a number beside it (Government Statistical Service, symbols in tables). */
export const markTerms = [
  { code: 'p', label: 'Provisional', definition: 'Expected to be revised.' },
  { code: 'r', label: 'Revised', definition: 'Differs from the number first published.' },
  { code: 'b', label: 'Break', definition: 'Not comparable with the numbers before it.' },
  { code: 'e', label: 'Estimated', definition: 'Estimated by its publisher.' },
  { code: 'u', label: 'Low reliability', definition: 'To be used with caution.' },
  { code: 'c', label: 'Confidential', definition: 'Held back so that nobody can be recognised.' },
  { code: 'x', label: 'Not available', definition: 'Not published, or not known.' },
  { code: 'z', label: 'Not applicable', definition: 'There can be no number.' },
  { code: 'low', label: 'Low figure', definition: 'Rounded to nought, and more than nought.' },
] as const satisfies readonly Term[];
export type Mark = (typeof markTerms)[number]['code'];
export const marks = markTerms.map(({ code }) => code) as [Mark, ...Mark[]];

const text = (name: string, max: number) =>
  z.string().trim().min(1, `Enter ${name}`).max(max, `Use ${max} characters or fewer`);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use ${max} characters or fewer`)
    .nullish()
    .transform((value) => value || null);
const day = z.string().refine(isDay, 'Enter a real date, like 2020-03-31');
const optionalDay = z.preprocess(
  (value) => (value === '' ? null : value),
  day.nullish().transform((v) => v ?? null),
);
const link = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .url({ protocol: /^https?$/, error: 'Enter an address that starts with http:// or https://' })
    .max(2000)
    .nullable(),
);
const number = z.number({ error: 'Enter a number' }).min(-1e15).max(1e15).nullable();

/** A series of official statistics: what is counted, where, by whom. */
export const seriesSchema = z.object({
  key: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, numbers and hyphens')
    .max(60, 'Use 60 characters or fewer'),
  title: text('a title', 120),
  /** What one is called, in the plural: "referrals". */
  unit: text('what is counted', 40),
  description: text('what the numbers are', 1000),
  /** The area as its publisher names it; often none of the places of the record. */
  geography: text('the area', 80),
  /** The smallest place of the record that holds the area; null for none. */
  region: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z
      .string()
      .refine((code) => findPlace(code) !== undefined, 'Enter a place from the list')
      .nullable(),
  ),
  pillar: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.enum(pillars, { error: 'Select a pillar' }).nullable(),
  ),
  publisher: text('the publisher', 200),
  url: link,
  licence: optionalText(120),
  /** Its standing: "Official statistics in development". */
  standing: optionalText(120),
});
export type Series = z.output<typeof seriesSchema>;

/** One number of a series, with its period, both days included. */
export const observationSchema = z
  .object({
    startsOn: day,
    endsOn: day,
    /** Null where none was published; a mark then says why. */
    value: number,
    low: number.default(null),
    high: number.default(null),
    marks: z
      .array(z.enum(marks, { error: `Marks are ${marks.join(', ')}` }))
      .transform((given) => marks.filter((mark) => given.includes(mark)))
      .default([]),
    /** The release from which this number was taken: a later one may have another. */
    source: optionalText(300),
    url: link.default(null),
    publishedOn: optionalDay.default(null),
    note: optionalText(300).default(null),
  })
  .superRefine(({ startsOn, endsOn, value, low, high, marks: given }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (startsOn > endsOn) problem('endsOn', 'The period must not end before it starts');
    if (value === null && given.length === 0)
      problem('value', 'Say by a mark why there is no number, like x or c');
    if ((low === null) !== (high === null)) problem('low', 'Give both ends of the interval, or neither');
    if (low !== null && high !== null && (low > high || (value !== null && (value < low || value > high))))
      problem('low', 'The interval must hold the number');
  });
export type Observation = z.output<typeof observationSchema>;
