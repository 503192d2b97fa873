import { z } from 'zod';
import { formatDateSpan, parseDateWords } from '@/lib/date-words';
import { firstOfMonth, lastOfMonth, type Day } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { readPlace } from '@/lib/place-words';
import { isWithin } from '@/lib/places';
import { pillars, type Pillar } from '@/lib/vocabulary';

/** A note by an editor on days of the charts: of a place or of all, of a pillar or of all. */
export interface Annotation {
  startsOn: Day;
  endsOn: Day;
  text: string;
  place: string | null;
  pillar: Pillar | null;
}

const LONGEST = 200;

/** The days as typed: "23 March 2020", "March 2020". Null where it cannot be read. */
export function readDays(text: string): Pick<Annotation, 'startsOn' | 'endsOn'> | null {
  const span = parseDateWords(text.trim());
  return span && { startsOn: span.startsOn, endsOn: span.endsOn };
}

/** The days of a note in words; whole months by their names. */
export function daysInWords({ startsOn, endsOn }: Pick<Annotation, 'startsOn' | 'endsOn'>): string {
  const whole = startsOn === firstOfMonth(startsOn) && endsOn === lastOfMonth(endsOn);
  return formatDateSpan({ startsOn, endsOn, precision: whole ? 'month' : 'day' });
}

const days = z.string().transform((text, context) => {
  const span = readDays(text);
  if (span) return span;
  context.addIssue({ code: 'custom', message: 'Enter a day or a span, like 23 March 2020, or March 2020' });
  return z.NEVER;
});

const place = z.string().transform((text, context): string | null => {
  if (text.trim() === '') return null;
  const read = readPlace(text);
  if ('place' in read) return read.place.code;
  context.addIssue({ code: 'custom', message: read.message });
  return z.NEVER;
});

/** A note as it is typed in the form; from `last` where that is given, to a second day. */
export const annotationSchema = z
  .object({
    days,
    last: z.string().transform((text, context): Day | null => {
      if (text.trim() === '') return null;
      const span = readDays(text);
      if (span) return span.endsOn;
      context.addIssue({ code: 'custom', message: 'Enter a day, like 12 May 2020, or leave it empty' });
      return z.NEVER;
    }),
    text: z
      .string()
      .trim()
      .transform((text) => text.replaceAll(/\s+/g, ' '))
      .pipe(
        z.string().min(1, 'Enter the note').max(LONGEST, `The note must be ${LONGEST} characters or fewer`),
      ),
    place,
    pillar: z.string().transform((code) => pillars.find((one) => one === code) ?? null),
  })
  .transform(({ days: { startsOn, endsOn }, last, ...rest }, context): Annotation => {
    if (last !== null && last < startsOn)
      context.addIssue({
        code: 'custom',
        path: ['last'],
        message: 'The last day must not be before the first',
      });
    return { startsOn, endsOn: last ?? endsOn, ...rest };
  });

/** True where a note belongs to a view: its place lies in a place of the view or around it, its pillar is chosen. */
export function concerns(
  { place: of, pillar }: Pick<Annotation, 'place' | 'pillar'>,
  filters: Filters,
): boolean {
  const here =
    of === null ||
    filters.region.length === 0 ||
    filters.region.some((code) => isWithin(code, of) || isWithin(of, code));
  return here && (pillar === null || filters.pillar.length === 0 || filters.pillar.includes(pillar));
}
