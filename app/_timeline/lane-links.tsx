import type { Item } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { countWords } from '@/lib/timeline-words';

interface Props {
  scene: Scene;
  items: readonly (readonly Item[])[];
  /** The key of the item on a lane's one tab stop; null where every link is one, without scripts. */
  stopOf(lane: number): string | null;
  /** Names show on hover where no card does. */
  titled: boolean;
}

/** What is drawn, for keys, pointers and screen readers: each lane a heading and a list of links, in order of time. */
export function LaneLinks({ scene, items, stopOf, titled }: Props) {
  return scene.lanes.map(({ lane, y, inView }, at) => {
    const stop = stopOf(at);
    return (
      <g key={lane.key}>
        {/* The name is painted with the rest; this one is only read. */}
        <text role="heading" aria-level={3} x={0} y={y + 20} fontSize={15} fill="none">
          {lane.label}, {countWords(lane.events.length)}, {inView} in view
        </text>
        {items[at]!.length > 0 && (
          <g role="list" aria-label={`${lane.label}, in order of time`}>
            {items[at]!.map(({ key, name, href, target }) => (
              <g key={key} role="listitem">
                <a
                  className="pw-tl-link"
                  href={href}
                  aria-label={name}
                  data-lane={at}
                  data-key={key}
                  tabIndex={stop === null || stop === key ? undefined : -1}
                >
                  <rect {...target} rx={2} fill="none" pointerEvents="all" />
                  {titled && <title>{name}</title>}
                </a>
              </g>
            ))}
          </g>
        )}
      </g>
    );
  });
}
