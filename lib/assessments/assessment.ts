import { z } from 'zod';
import { parseDateWords } from '@/lib/date-words';
import { firstOfMonth, lastOfMonth, monthYear, today, type Day } from '@/lib/days';
import { readPlace } from '@/lib/place-words';
import { placeName } from '@/lib/places';
import { labelOf, pillars, pillarTerms, type Pillar, type Term } from '@/lib/vocabulary';

/** How a situation moved within a month, as an editor judges it (the form of Crisis Group's CrisisWatch). */
export const trendTerms = [
  { code: 'deteriorated', label: 'Deteriorated', definition: 'Markedly worse than the month before.' },
  { code: 'improved', label: 'Improved', definition: 'Markedly better than the month before.' },
  { code: 'unchanged', label: 'Unchanged', definition: 'No marked change from the month before.' },
  {
    code: 'withdrawn',
    label: 'Withdrawn',
    definition: 'What was recorded is taken back; the sentence says why. Its history stays.',
  },
] as const satisfies readonly Term[];
export type Trend = (typeof trendTerms)[number]['code'];

/** What was judged: a month (its first day), a place and a pillar. */
export interface AssessmentKey {
  month: Day;
  place: string;
  pillar: Pillar;
}

/** A judgement with the one sentence that says why. */
export interface Assessment extends AssessmentKey {
  trend: Trend;
  reason: string;
}

const LONGEST = 300;

const month = z.string().transform((text, context): Day => {
  const span = parseDateWords(text.trim());
  const whole =
    span && span.startsOn === firstOfMonth(span.startsOn) && span.endsOn === lastOfMonth(span.startsOn);
  if (whole && span.startsOn <= today()) return span.startsOn;
  context.addIssue({
    code: 'custom',
    message: whole ? 'The month must have begun' : 'Enter a month, like October 2020',
  });
  return z.NEVER;
});

const place = z.string().transform((text, context): string => {
  const read = readPlace(text);
  if ('place' in read) return read.place.code;
  context.addIssue({ code: 'custom', message: text.trim() ? read.message : 'Enter a place' });
  return z.NEVER;
});

/** An assessment as it is typed in the form. */
export const assessmentSchema = z.object({
  month,
  place,
  pillar: z.enum(pillars, { error: 'Select a pillar' }),
  trend: z.enum(
    trendTerms.map(({ code }) => code),
    { error: 'Select how it moved' },
  ),
  reason: z
    .string()
    .trim()
    .transform((text) => text.replaceAll(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, 'Enter one sentence that says why')
        .max(LONGEST, `The sentence must be ${LONGEST} characters or fewer`),
    ),
});

/** "Prevent, United Kingdom, October 2020". */
export function assessmentTitle({ month: of, place: code, pillar }: AssessmentKey): string {
  return `${labelOf(pillarTerms, pillar)}, ${placeName(code)}, ${monthYear(of)}`;
}
