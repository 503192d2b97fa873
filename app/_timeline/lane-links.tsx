import type { Item } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { countOf } from '@/lib/numbers';
import { stopOf, type Stops } from './use-items';

interface Props {
  scene: Scene;
  items: readonly (readonly Item[])[];
  stops: Stops;
  /** One tab stop a lane. Without scripts every link is one, and says its name on hover where no card does. */
  live: boolean;
}

function ItemLink({ item, stop, live }: { item: Item; stop: boolean; live: boolean }) {
  const { key, lane, name, href, target } = item;
  return (
    <a
      className="pw-tl-link"
      href={href}
      aria-label={name}
      data-lane={lane}
      data-key={key}
      tabIndex={live && !stop ? -1 : undefined}
    >
      <rect {...target} rx={2} fill="none" pointerEvents="all" />
      {!live && <title>{name}</title>}
    </a>
  );
}

/** What is drawn, for keys, pointers and screen readers: each lane a heading and a list of links, in order of time. */
export function LaneLinks({ scene, items, stops, live }: Props) {
  return scene.lanes.map(({ lane, y, inView }, at) => {
    const inLane = items[at] ?? [];
    const stop = stopOf(stops, inLane, at);
    return (
      <g key={lane.key}>
        {/* The name is painted with the rest; this one is only read. */}
        <text role="heading" aria-level={3} x={0} y={y + 20} fontSize={15} fill="none">
          {lane.label}, {countOf(lane.total, 'event')}, {inView} in view
        </text>
        {inLane.length > 0 && (
          <g role="list" aria-label={`${lane.label}, in order of time`}>
            {inLane.map((item) => (
              <g key={item.key} role="listitem">
                <ItemLink item={item} stop={item === stop} live={live} />
              </g>
            ))}
          </g>
        )}
      </g>
    );
  });
}
