import { z } from 'zod';
import { filterKeys, filtersToQuery, parseFilters } from '@/lib/filters';
import { measures as eventMeasures, pillars, type Term } from '@/lib/vocabulary';

export const measureTerms = [
  {
    code: 'events',
    label: 'Events',
    definition: 'How many events pass the filter, by the period in which they start.',
  },
  {
    code: 'sum',
    label: 'A sum',
    definition: 'What the sources measure in the events that pass the filter, added up: people killed, say.',
  },
  {
    code: 'last',
    label: 'The last value',
    definition: 'What the source measures in the last event of the period that passes the filter: a level.',
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
  .max(2000, 'Use 2,000 characters or fewer')
  .transform((given, context) => {
    const typed = given.trim();
    // The address of a page has parameters of its own beside the filters; what is written by hand has none but filters.
    const isAddress = typed.includes('?') || URL.canParse(typed);
    const asked = new URLSearchParams(isAddress ? (/\?(.*)$/s.exec(typed)?.[1] ?? '') : typed);
    const { filters, problems } = parseFilters(asked);
    const unknown = isAddress
      ? []
      : [...asked.keys()].filter((key) => !filterKeys.some((one) => one === key));
    for (const key of new Set(unknown))
      context.addIssue({ code: 'custom', message: `There is no filter called “${key.slice(0, 60)}”` });
    for (const { key, value, message } of problems)
      context.addIssue({ code: 'custom', message: `${key}=${value}: ${message}` });
    // Dates would stop the indicator's clock.
    return filtersToQuery({ ...filters, from: null, to: null, asOf: null });
  });

/** What is measured, for sums and last values alone. */
const counted = z
  .enum(eventMeasures)
  .nullish()
  .transform((code) => code ?? null);

/** Measures that count heads or things: only these have a band by the methods for counts. */
const countable = new Set<string>(['killed', 'injured', 'quantity']);

interface Measured {
  measure: string;
  counted: string | null;
  unit: string | null;
  series: string | null;
  method: string;
  period: string;
}

/** Why these do not go together, by field: what is measured, and by what method. */
function measureProblems({ measure, counted: what, unit, series, method, period }: Measured) {
  const problems: { path: string; message: string }[] = [];
  const problem = (path: string, message: string): void => void problems.push({ path, message });
  const ofEvents = measure === 'sum' || measure === 'last';
  if ((measure === 'series') !== (series !== null))
    problem(
      'series',
      measure === 'series' ? 'Select a series' : 'Leave the series out: it is not what is measured',
    );
  if (ofEvents && what === null) problem('counted', 'Select what is measured');
  if (!ofEvents && what !== null) problem('counted', 'Leave this out: it is for sums and last values');
  if (what === 'percent_change')
    problem('counted', 'Changes in per cent cannot be added up or compared again');
  if ((what === 'quantity') !== (unit !== null))
    problem(
      'unit',
      what === 'quantity'
        ? 'Enter the unit: things of two kinds are not added up'
        : 'Leave the unit out: only quantities have one',
    );
  if ((measure === 'series' || measure === 'last') && method !== 'change')
    problem('method', 'A series or a last value is watched by its change');
  else if (measure === 'sum' && method !== 'change' && what !== null && !countable.has(what))
    problem('method', 'Amounts and durations are watched by their change: the other methods are for counts');
  if (method === 'farrington' && !['week', 'month'].includes(period))
    problem('method', 'The Farrington method needs weeks or months');
  if (method === 'change' && period === 'week')
    problem('period', 'A week has no same week of the year before: use months, quarters or years');
  return problems;
}

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
      .number({ error: 'Enter the number of the paragraph' })
      .int()
      .min(1)
      .max(10_000)
      .nullish()
      .transform((n) => n ?? null),
    pillar: z.enum(pillars, { error: 'Select a pillar' }),
    query,
    measure: z.enum(codesOf(measureTerms), { error: 'Select a measure' }),
    counted,
    /** Of a quantity: only events that give it in this unit are added up. */
    unit: optionalText(60),
    series: optionalText(60),
    period: z.enum(indicatorPeriods, { error: 'Select a period' }),
    method: z.enum(codesOf(methodTerms), { error: 'Select a method' }),
    /** Periods of the baseline, for EARS C2. */
    baseline: z
      .number({ error: 'Enter a whole number' })
      .int('Enter a whole number')
      .min(3, 'Use 3 periods or more')
      .max(60, 'Use 60 periods or fewer')
      .default(7),
    /** Raised and high above this share of what is expected, as 0.975; of `change`, in per cent either way. */
    raised: z.number({ error: 'Enter a number, like 97.5' }).positive('Enter a number above 0'),
    high: z.number({ error: 'Enter a number, like 99.9' }).positive('Enter a number above 0'),
    direction: z.enum(codesOf(directionTerms), { error: 'Select a direction' }),
  })
  .superRefine((given, context) => {
    const { method, raised, high } = given;
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const { path, message } of measureProblems(given)) problem(path, message);
    if (raised >= high) problem('high', 'High must lie beyond raised');
    if (method !== 'change' && high >= 1)
      problem('high', 'For a count give the share that stays below, less than 100 per cent, like 99.9');
  });
export type Indicator = z.output<typeof indicatorSchema>;
