import { useEffect } from 'react';
import { PillarTags } from '@/app/_ui/pillar-tags';
import { formatDateSpan } from '@/lib/date-words';
import type { Item } from '@/lib/timeline-items';
import { eventAt, type TimelineColumns } from '@/lib/timeline-columns';
import { labelOf, typeTerms } from '@/lib/vocabulary';
import type { Attention } from './use-items';

interface Props {
  item: Item;
  columns: TimelineColumns;
  /** Width of the chart: the card stays inside. */
  width: number;
  attention: Attention;
}

const CARD = 300;
/** Above the item where there is room for a card of usual height, else below. */
const ROOM = 170;

function Content({ item, columns }: Pick<Props, 'item' | 'columns'>) {
  if (item.card)
    return (
      <>
        <p className="pw-tl-card__title">{item.card.title}</p>
        {item.card.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </>
    );
  if (item.event === null) return <p className="pw-tl-card__title">{item.name}</p>;
  const event = eventAt(columns, item.event);
  return (
    <>
      <p className="pw-tl-card__title">{event.title}</p>
      <p>
        {formatDateSpan(event)}
        {event.precision === 'reported' && <span className="pw-quiet"> (known only by report)</span>}
      </p>
      <p>
        {event.placeName} · {labelOf(typeTerms, event.type)}
      </p>
      <PillarTags pillars={event.pillars} />
    </>
  );
}

/** What a mark stands for, beside it, for pointer and keyboard alike. It stays while the pointer is on it. */
export function EventCard({ item, columns, width, attention }: Props) {
  const { dismiss } = attention;
  useEffect(() => {
    // On the document: a card under the pointer must close too when the focus is elsewhere.
    const close = (event: KeyboardEvent): void => void (event.key === 'Escape' && dismiss());
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  });
  const { x, y, width: wide, height } = item.box;
  const middle = Math.min(Math.max(x + wide / 2, 0), width);
  const left = Math.min(Math.max(middle - CARD / 2, 0), Math.max(0, width - CARD));
  const above = y > ROOM;
  return (
    <div
      className="pw-tl-card"
      role="tooltip"
      style={{ left, top: above ? y : y + height, width: CARD }}
      data-above={above}
      onPointerEnter={attention.hold}
      onPointerLeave={() => attention.point(null)}
    >
      <div className="pw-tl-card__body">
        <Content item={item} columns={columns} />
      </div>
    </div>
  );
}
