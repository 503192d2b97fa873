import { formatDateSpan, spanProblem } from './date-words';
import { formatDay } from './days';
import { listed } from './listed';
import type { View } from './timeline';
import type { EventCard } from './timeline-columns';
import { labelOf, pillarTerms, type Pillar } from './vocabulary';

/** "Pursue and Prepare" */
const pillarWords = (pillars: readonly Pillar[]): string =>
  listed(pillars.map((pillar) => labelOf(pillarTerms, pillar)));

/** Days as people would name them: "2020", "April 2020", "23 March 2020 to 12 May 2020". */
export function viewWords({ from, to }: View): string {
  const span = { startsOn: from, endsOn: to };
  const precision = (['year', 'month'] as const).find(
    (one) => spanProblem({ ...span, precision: one }) === null,
  );
  return formatDateSpan({ ...span, precision: precision ?? 'day' });
}

/** The full name of an event's link: what, when, which pillars. */
export function eventWords(event: EventCard): string {
  return `${event.title}, ${dateWords(event)}, ${pillarWords(event.pillars)}`;
}

/** The date in words, in the middle of a sentence; a date known by report only says so. */
function dateWords(event: EventCard): string {
  if (event.precision === 'reported') return `reported by ${formatDay(event.endsOn)}`;
  return formatDateSpan(event).replace(/^(Between|Early|Mid|Late|First|Second|Third|Fourth)\b/, (word) =>
    word.toLowerCase(),
  );
}
