import { formatDateSpan } from './date-words';
import type { Day } from './days';
import type { LockdownBand } from './timeline';

/** When it was and how far it reached: "23 March 2020 to 12 May 2020, national". */
export const whenWords = ({ reach, ...span }: LockdownBand): string =>
  [formatDateSpan(span), reach].filter(Boolean).join(', ');

/** All that must be known of a band, in words: what, when, how far, by which definition and from where. */
export const overWords = (mark: LockdownBand): string =>
  `${mark.title}, ${whenWords(mark)}. ${mark.definition} Source: ${mark.source}.`;

/** What lies over some days of a chart; '' where nothing does. */
export function overIn(marks: readonly LockdownBand[], from: Day, to: Day): string {
  const here = marks.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from);
  return here.map((mark) => `${mark.title}, ${whenWords(mark)}`).join('; ');
}
