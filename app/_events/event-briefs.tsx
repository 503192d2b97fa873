import { Link } from '@/app/_ui/link';
import { PillarTags } from '@/app/_ui/pillar-tags';
import { Still } from '@/app/_ui/still';
import type { EventSummary } from '@/db/events';
import { formatDateSpan } from '@/lib/date-words';
import type { Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';

interface Props {
  events: readonly EventSummary[];
  /** The day as known on which they are shown. */
  asOf?: Day | null;
}

/** A few events in a small table: date, title, pillars. */
export function EventBriefs({ events, asOf = null }: Props) {
  if (events.length === 0) return <p className="govuk-body">No event passes these filters.</p>;
  return (
    <Still as="table" className="govuk-table pw-table pw-briefs">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Event</th>
          <th scope="col">Pillar</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>{formatDateSpan(event)}</td>
            <td>
              <Link href={eventHref(event.slug, asOf)}>{event.title}</Link>
            </td>
            <td>
              <PillarTags pillars={event.pillars} />
            </td>
          </tr>
        ))}
      </tbody>
    </Still>
  );
}
