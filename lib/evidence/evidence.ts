import { z } from 'zod';
import type { Term } from '@/lib/vocabulary';

/** How an event bears on the question of an indicator, as an editor judges it. */
export const bearingTerms = [
  { code: 'supports', label: 'Supports', definition: 'Speaks for the answer yes.' },
  { code: 'against', label: 'Against', definition: 'Speaks for the answer no.' },
  {
    code: 'context',
    label: 'Context',
    definition: 'Helps to read the others, and speaks for neither answer.',
  },
  {
    code: 'withdrawn',
    label: 'Withdrawn',
    definition: 'The link is taken back; the note says why. Its history stays.',
  },
] as const satisfies readonly Term[];
/** Whatever can be recorded of an event and a question: a bearing, or that there is none any more. */
export type Bearing = (typeof bearingTerms)[number]['code'];

/** The bearings that stand, in the order in which they are shown. */
export const standingTerms = bearingTerms.filter((term) => term.code !== 'withdrawn');
export type StandingBearing = Exclude<Bearing, 'withdrawn'>;

/** What an editor records: how an event bears on the question of an indicator, and why. */
export interface Evidence {
  /** The slug of the indicator. */
  indicator: string;
  /** The slug of the event. */
  event: string;
  bearing: Bearing;
  note: string;
}

const LONGEST = 500;

/** An event as it is typed: its slug, or the address of its page. */
const event = z
  .string()
  .trim()
  .transform(
    (text) => text.replace(/^(?:https?:\/\/[^/]+)?\/?(?:admin\/)?events\//, '').split(/[/?#]/, 1)[0]!,
  )
  .pipe(z.string().regex(/^[a-z0-9-]{1,120}$/, 'Enter the address of an event, or the last part of it'));

/** A link as it is typed in the form; whether the indicator and the event are there, the database knows. */
export const evidenceSchema = z.object({
  indicator: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Select a question'),
  event,
  bearing: z.enum(
    bearingTerms.map(({ code }) => code),
    { error: 'Select how it bears on the question' },
  ),
  note: z
    .string()
    .trim()
    .transform((text) => text.replaceAll(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, 'Enter a note that says why')
        .max(LONGEST, `The note must be ${LONGEST} characters or fewer`),
    ),
});
