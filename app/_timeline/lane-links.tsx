import type { Item } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { toPixels } from '@/lib/timeline-paint';
import { headingOf, listLabel, OVER_ALL } from './link-words';
import { stopOf, type Stops } from './use-items';

interface Props {
  scene: Scene;
  items: readonly (readonly Item[])[];
  /** One tab stop a lane. */
  stops: Stops;
}

function ItemLink({ item, stop }: { item: Item; stop: boolean }) {
  const { key, lane, name, href, target } = item;
  const { x, y, width, height } = target;
  return (
    <a
      className="pw-tl-link"
      href={href}
      aria-label={name}
      data-lane={lane}
      data-key={key}
      tabIndex={stop ? undefined : -1}
    >
      <rect x={toPixels(x)} y={toPixels(y)} width={toPixels(width)} height={toPixels(height)} />
    </a>
  );
}

function ItemList({ label, items, stop }: { label: string; items: readonly Item[]; stop: Item | undefined }) {
  if (items.length === 0) return null;
  return (
    <g role="list" aria-label={label}>
      {items.map((item) => (
        <g key={item.key} role="listitem">
          <ItemLink item={item} stop={item === stop} />
        </g>
      ))}
    </g>
  );
}

/**
 * What is drawn, for keys, pointers and screen readers: each lane a heading and a list of links, in order of time; at the end what
 * lies over all of them.
 */
export function LaneLinks({ scene, items, stops }: Props) {
  const listOf = (at: number, label: string) => {
    const inLane = items[at] ?? [];
    return <ItemList label={label} items={inLane} stop={stopOf(stops, inLane, at)} />;
  };
  return (
    <>
      {scene.lanes.map((lane, at) => (
        <g key={lane.lane.key}>
          {/* The name is painted with the rest; this one is only read. */}
          <text role="heading" aria-level={3} x={0} y={lane.y + 20} fontSize={15} fill="none">
            {headingOf(lane)}
          </text>
          {listOf(at, listLabel(lane))}
        </g>
      ))}
      {listOf(scene.lanes.length, OVER_ALL)}
    </>
  );
}
