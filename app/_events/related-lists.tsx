import { Link } from '@/app/_ui/link';
import type { EventSummary } from '@/db/events';
import { formatDateSpan } from '@/lib/date-words';
import type { Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';

export interface RelatedList {
  title: string;
  events: readonly EventSummary[];
  /** Where all of them are. */
  href: string;
}

/** Events that stand near this one, a few of each kind. */
export function RelatedLists({ lists, asOf }: { lists: readonly RelatedList[]; asOf: Day | null }) {
  return (
    <div className="pw-related">
      {lists
        .filter((list) => list.events.length > 0)
        .map(({ title, events, href }) => (
          <section key={title}>
            <h3 className="govuk-heading-s">{title}</h3>
            <ul className="govuk-list">
              {events.map((event) => (
                <li key={event.id}>
                  <Link className="govuk-link" href={eventHref(event.slug, asOf)}>
                    {event.title}
                  </Link>{' '}
                  <span className="pw-quiet">{formatDateSpan(event)}</span>
                </li>
              ))}
            </ul>
            <Link className="govuk-link" href={href}>
              See all<span className="govuk-visually-hidden"> {title.toLowerCase()}</span>
            </Link>
          </section>
        ))}
    </div>
  );
}
