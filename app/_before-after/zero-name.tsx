import { Link } from '@/app/_ui/link';
import type { EventSummary } from '@/db/events';
import { dayFromNumber, formatDay, type Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';
import type { StudyZero } from '@/lib/event-study/study-zeros';
import { formatCount } from '@/lib/numbers';
import { placeName } from '@/lib/places';

/** The anchors that can be named, by id. */
export type Named = ReadonlyMap<number, Pick<EventSummary, 'slug' | 'title'>>;

/** The date of a day 0, and its place where that matters. */
export const zeroWords = ({ day, place }: StudyZero): string =>
  `${formatDay(dayFromNumber(day))}${place === null ? '' : `, ${placeName(place)}`}`;

/** A day 0: its date, and the events that it is the day 0 of, as known on a day. */
export function ZeroName({ zero, named, asOf }: { zero: StudyZero; named: Named; asOf: Day | null }) {
  const known = zero.ids.flatMap((id) => named.get(id) ?? []);
  const others = zero.anchors - known.length;
  return (
    <>
      {zeroWords(zero)}
      {known.map(({ slug, title }) => (
        <span key={slug} className="pw-zero__event">
          <Link href={eventHref(slug, asOf)}>{title}</Link>
        </span>
      ))}
      {others > 0 && (
        <span className="pw-zero__event pw-quiet">
          {known.length > 0 ? `and ${formatCount(others)} more` : `${formatCount(others)} events`}
        </span>
      )}
    </>
  );
}
