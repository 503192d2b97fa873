import Link from 'next/link';
import { PillarTags } from '@/app/_ui/pillar-tags';
import type { EventSummary } from '@/db/events';
import { formatDateSpan } from '@/lib/date-words';

/** A few events in a small table: date, title, pillars. */
export function EventBriefs({ events }: { events: readonly EventSummary[] }) {
  if (events.length === 0) return <p className="govuk-body">No event passes these filters.</p>;
  return (
    <table className="govuk-table pw-table pw-briefs">
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
              <Link href={`/events/${event.slug}`}>{event.title}</Link>
            </td>
            <td>
              <PillarTags pillars={event.pillars} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
