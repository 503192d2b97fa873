import { Link } from '@/app/_ui/link';
import { PillarTags } from '@/app/_ui/pillar-tags';
import { Still } from '@/app/_ui/still';
import type { EventRow } from '@/db/events';
import { formatDateSpan } from '@/lib/date-words';
import type { Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';
import type { Sort, SortKey } from '@/lib/event-sort';
import { segmentsOf } from '@/lib/highlight';
import { placeName } from '@/lib/places';
import { confidenceTerms, labelOf, typeTerms } from '@/lib/vocabulary';

interface Props {
  rows: readonly EventRow[];
  sort: Sort;
  sortHref(by: SortKey): string;
  compact: boolean;
  caption: string;
  /** The day as known on which they are shown. */
  asOf: Day | null;
}

/** Text with the words that were searched marked. */
function Marked({ text }: { text: string }) {
  return segmentsOf(text).map((segment, i) =>
    segment.match ? <mark key={i}>{segment.text}</mark> : segment.text,
  );
}

function SortHeader({
  by,
  label,
  sort,
  sortHref,
}: { by: SortKey; label: string } & Pick<Props, 'sort' | 'sortHref'>) {
  const here = sort.by === by;
  return (
    <th scope="col" aria-sort={here ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      <Link href={sortHref(by)} className="pw-sort">
        {label}
        <span aria-hidden="true">{here ? (sort.descending ? ' ▼' : ' ▲') : ' ↕'}</span>
      </Link>
    </th>
  );
}

/** Events in a table; on a phone each row becomes a card. */
export function EventTable({ rows, sort, sortHref, compact, caption, asOf }: Props) {
  return (
    <Still as="table" className={`govuk-table pw-table pw-events ${compact ? 'pw-events--compact' : ''}`}>
      <caption className="pw-table__caption">{caption}</caption>
      <thead>
        <tr>
          <SortHeader by="date" label="Date" {...{ sort, sortHref }} />
          <th scope="col">Event</th>
          <th scope="col">Pillars</th>
          <SortHeader by="type" label="Type" {...{ sort, sortHref }} />
          <SortHeader by="place" label="Place" {...{ sort, sortHref }} />
          <th scope="col">Confidence</th>
          <th scope="col" className="pw-number">
            Sources
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((event) => (
          <tr key={event.id}>
            <td className="pw-events__date">{formatDateSpan(event)}</td>
            <td className="pw-events__title">
              <Link href={eventHref(event.slug, asOf)}>
                <Marked text={event.markedTitle} />
              </Link>
              {!compact && (
                <p className="pw-events__summary">
                  <Marked text={event.markedSummary} />
                </p>
              )}
            </td>
            <td>
              <PillarTags pillars={event.pillars} />
            </td>
            <td className="pw-events__fact">{labelOf(typeTerms, event.type)}</td>
            <td className="pw-events__fact">
              {placeName(event.region)}
              {event.locality && <span className="pw-quiet"> {event.locality}</span>}
            </td>
            <td className="pw-events__fact">{labelOf(confidenceTerms, event.confidence)}</td>
            <td className="pw-events__fact pw-number" data-label="Sources">
              {event.sources}
            </td>
          </tr>
        ))}
      </tbody>
    </Still>
  );
}
