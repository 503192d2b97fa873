import { formatDateSpan } from './date-words';
import type { Day } from './days';
import type { LockdownBand } from './timeline';

/** Of those that lie together, so many are told of in words. */
const TOLD = 4;

/** When it was and how far it reached: "23 March 2020 to 12 May 2020, national". */
export const whenWords = ({ reach, ...span }: LockdownBand): string =>
  [formatDateSpan(span), reach].filter(Boolean).join(', ');

/** All that must be known of a band, in words: what, when, how far, by which definition and from where. */
export const overWords = (mark: LockdownBand): string =>
  `${mark.title}, ${whenWords(mark)}. ${mark.definition} Source: ${mark.source}.`;

/** What lies over some days of a chart; '' where nothing does. */
export function overIn(marks: readonly LockdownBand[], from: Day, to: Day): string {
  const here = marks.filter(({ startsOn, endsOn }) => startsOn <= to && endsOn >= from);
  const told = here.slice(0, TOLD).map((mark) => `${mark.title}, ${whenWords(mark)}`);
  return [...told, ...(here.length > TOLD ? [`and ${here.length - TOLD} more`] : [])].join('; ');
}

/** All that must be known of what lies together, each on a line; of many the first. */
export function overLines(marks: readonly LockdownBand[]): string {
  const more = marks.length - TOLD;
  return [...marks.slice(0, TOLD).map(overWords), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
