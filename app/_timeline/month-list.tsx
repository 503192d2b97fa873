import { formatDateSpan } from '@/lib/date-words';
import type { View } from '@/lib/timeline';
import { eventAt, type TimelineColumns } from '@/lib/timeline-columns';
import { monthsOf, type MonthGroup } from '@/lib/timeline-months';
import { countWords } from '@/lib/timeline-words';
import { PillarTags } from '@/app/_ui/pillar-tags';

interface Props {
  columns: TimelineColumns;
  view: View;
  tableHref(view: View): string;
}

/** Events of a month before the rest is left to the table. */
const SHOWN = 5;

function Month({ group, columns, tableHref }: { group: MonthGroup } & Omit<Props, 'view'>) {
  const more = group.events.length - SHOWN;
  return (
    <section>
      <h3 className="pw-tl-months__title">
        {group.title} <span className="pw-quiet">{countWords(group.events.length)}</span>
      </h3>
      <ul className="pw-tl-months__list">
        {group.events.slice(0, SHOWN).map((at) => {
          const event = eventAt(columns, at);
          return (
            <li key={event.slug}>
              <a className="govuk-link" href={`/events/${event.slug}`}>
                {event.title}
              </a>
              <div className="pw-tl-months__facts">
                <span className="pw-quiet">
                  {formatDateSpan(event)}, {event.placeName}
                </span>
                <PillarTags pillars={event.pillars} />
              </div>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p>
          <a className="govuk-link" href={tableHref(group.view)}>
            {countWords(more, 'more event')} in {group.title}
          </a>
        </p>
      )}
    </section>
  );
}

/** The timeline for screens too narrow for lanes: the same events by the month in which they begin. */
export function MonthList({ columns, view, tableHref }: Props) {
  const groups = monthsOf(columns, view);
  return (
    <div className="pw-tl-months">
      {groups.map((group) => (
        <Month key={group.view.from} {...{ group, columns, tableHref }} />
      ))}
      {groups.length === 0 && <p>No event begins in these dates.</p>}
    </div>
  );
}
