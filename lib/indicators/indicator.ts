import { z } from 'zod';
import { filtersToQuery, parseFilters } from '@/lib/filters';
import { pillars, type Term } from '@/lib/vocabulary';

export const measureTerms = [
  {
    code: 'events',
    label: 'Events',
    definition: 'How many events pass the filter, by the period in which they start.',
  },
  {
    code: 'killed',
    label: 'People killed',
    definition: 'People killed in the events that pass the filter, as the sources count them.',
  },
  { code: 'series', label: 'A series', definition: 'The numbers of a series of official statistics.' },
] as const satisfies readonly Term[];

export const methodTerms = [
  {
    code: 'ears-c2',
    label: 'EARS C2',
    definition:
      'Mean and spread of a moving baseline that ends two periods before (Hutwagner and others, 2003).',
  },
  {
    code: 'farrington',
    label: 'Farrington, flexible',
    definition:
      'A model of trend and season over three years (Noufaili and others, 2013). For months and weeks.',
  },
  {
    code: 'change',
    label: 'Change against the year before',
    definition: 'Per cent against the same period of the year before. The thresholds are per cents.',
  },
] as const satisfies readonly Term[];

export const directionTerms = [
  { code: 'up', label: 'Up', definition: 'Only a rise is off the band.' },
  { code: 'down', label: 'Down', definition: 'Only a fall is off the band.' },
  { code: 'both', label: 'Either way', definition: 'A rise and a fall are.' },
] as const satisfies readonly Term[];

export const indicatorPeriods = ['week', 'month', 'quarter', 'year'] as const;

type Codes<T extends readonly Term[]> = [T[number]['code'], ...T[number]['code'][]];
const codesOf = <const T extends readonly Term[]>(terms: T) => terms.map(({ code }) => code) as Codes<T>;
const text = (name: string, max: number) =>
  z.string().trim().min(1, `Enter ${name}`).max(max, `Use ${max} characters or fewer`);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use ${max} characters or fewer`)
    .nullish()
    .transform((value) => value || null);

/** The filter of an indicator, as a query in its one way of writing. A value that cannot be used is refused, by name. */
const query = z
  .string()
  .max(2000)
  .transform((given, context) => {
    const { filters, problems } = parseFilters(new URLSearchParams(given.replace(/^.*\?/, '')));
    for (const { key, value, message } of problems)
      context.addIssue({ code: 'custom', message: `${key}=${value}: ${message}` });
    // Dates would stop the indicator's clock.
    return filtersToQuery({ ...filters, from: null, to: null });
  });

/** A question that is watched: what is counted by which period, and when it is off its band. */
export const indicatorSchema = z
  .object({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, numbers and hyphens')
      .max(60, 'Use 60 characters or fewer'),
    question: text('the question', 160),
    /** Why it is asked, and what an answer would mean. */
    why: text('why it is asked', 600),
    /** Where the question comes from: an article of the corpus and its paragraph. */
    article: optionalText(60),
    paragraph: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .nullish()
      .transform((n) => n ?? null),
    pillar: z.enum(pillars, { error: 'Select a pillar' }),
    query,
    measure: z.enum(codesOf(measureTerms), { error: 'Select a measure' }),
    series: optionalText(60),
    period: z.enum(indicatorPeriods, { error: 'Select a period' }),
    method: z.enum(codesOf(methodTerms), { error: 'Select a method' }),
    /** Periods of the baseline, for EARS C2. */
    baseline: z.number().int().min(3, 'Use 3 periods or more').max(60, 'Use 60 periods or fewer').default(7),
    /** Raised and high above this share of what is expected, as 0.975; of `change`, in per cent either way. */
    raised: z.number().positive(),
    high: z.number().positive(),
    direction: z.enum(codesOf(directionTerms), { error: 'Select a direction' }),
  })
  .superRefine(({ measure, series, method, period, raised, high }, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if ((measure === 'series') !== (series !== null))
      problem('series', 'Name the series, for a series alone');
    if (measure === 'series' && method !== 'change') problem('method', 'A series is watched by its change');
    if (method === 'farrington' && !['week', 'month'].includes(period))
      problem('method', 'The Farrington method needs weeks or months');
    if (raised >= high) problem('high', 'High must lie beyond raised');
    if (method !== 'change' && high >= 1) problem('high', 'Give a share below 1, like 0.999');
  });
export type Indicator = z.output<typeof indicatorSchema>;
