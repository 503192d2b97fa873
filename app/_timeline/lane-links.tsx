import { memo } from 'react';
import type { Item } from '@/lib/timeline-items';

interface Props {
  label: string;
  /** The lane's own top: its items are placed from the top of the scene. */
  y: number;
  items: readonly Item[];
  /** The item on the lane's one tab stop; null where every link is one, without scripts. */
  stop: string | null;
  /** Says the name on hover where no card does. */
  titled: boolean;
}

/** The links of a lane, invisible over what is drawn: each mark, bar and count, in order of time. */
export const LaneLinks = memo(function LaneLinks({ label, y, items, stop, titled }: Props) {
  if (items.length === 0) return null;
  return (
    <g role="list" aria-label={label}>
      {items.map(({ key, lane, name, href, target }) => (
        <g key={key} role="listitem">
          <a className="pw-tl-link" href={href} aria-label={name} data-lane={lane} data-key={key} tabIndex={stop === null || stop === key ? undefined : -1}>
            <rect x={target.x} y={target.y - y} width={target.width} height={target.height} fill="none" pointerEvents="all" rx={2} />
            {titled && <title>{name}</title>}
          </a>
        </g>
      ))}
    </g>
  );
});
