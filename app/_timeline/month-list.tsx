import { formatDateSpan } from '@/lib/date-words';
import { eventHref } from '@/lib/event-href';
import type { View } from '@/lib/timeline';
import { eventAt, type TimelineColumns } from '@/lib/timeline-columns';
import { hrefTo } from '@/lib/timeline-links';
import { monthsOf, type MonthGroup } from '@/lib/timeline-months';
import { countOf } from '@/lib/numbers';
import { PillarTags } from '@/app/_ui/pillar-tags';

interface Props {
  columns: TimelineColumns;
  view: View;
  filterQuery: string;
  compact: boolean;
}

/** Events of a month before the rest is left to the table; fewer where the timeline is not the main thing. */
const SHOWN = { full: 5, compact: 2 };
/** Of all months together, as far as each shows one: a row is half a kilobyte of the page, on wide screens too. */
const MOST_ROWS = 100;

interface MonthProps extends Omit<Props, 'view' | 'compact'> {
  group: MonthGroup;
  shown: number;
}

function Month({ group, columns, filterQuery, shown }: MonthProps) {
  const asOf = new URLSearchParams(filterQuery).get('asOf');
  const more = group.events.length - shown;
  return (
    <section>
      <h3 className="pw-tl-months__title">
        {group.title} <span className="pw-quiet">{countOf(group.events.length, 'event')}</span>
      </h3>
      <ul className="pw-tl-months__list">
        {group.events.slice(0, shown).map((at) => {
          const event = eventAt(columns, at);
          return (
            <li key={event.slug}>
              <a className="govuk-link" href={eventHref(event.slug, asOf)}>
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
          <a className="govuk-link" href={hrefTo('/events', filterQuery, { ...group.view })}>
            {countOf(more, 'more event')} in {group.title}
          </a>
        </p>
      )}
    </section>
  );
}

/** The timeline for screens too narrow for lanes: the same events by the month in which they begin. */
export function MonthList({ columns, view, filterQuery, compact }: Props) {
  const groups = monthsOf(columns, view);
  const most = Math.max(1, Math.floor(MOST_ROWS / groups.length));
  const shown = Math.min(compact ? SHOWN.compact : SHOWN.full, most);
  return (
    <div className="pw-tl-months">
      {groups.map((group) => (
        <Month key={group.view.from} {...{ group, columns, filterQuery, shown }} />
      ))}
      {groups.length === 0 && <p>No event begins in these dates.</p>}
    </div>
  );
}
