import type { Item } from '@/lib/timeline-items';
import type { Scene } from '@/lib/timeline-layout';
import { toPixels } from '@/lib/timeline-paint';
import { countOf } from '@/lib/numbers';
import { stopOf, type Stops } from './use-items';

interface Props {
  scene: Scene;
  items: readonly (readonly Item[])[];
  stops: Stops;
  /**
   * One tab stop a lane. Without scripts every link is one, named by a title that is shown on hover, where no card is; the
   * page has hundreds of them, so it brings neither that name twice nor what only scripts read.
   */
  live: boolean;
}

function ItemLink({ item, stop, live }: { item: Item; stop: boolean; live: boolean }) {
  const { key, lane, name, href, target } = item;
  const { x, y, width, height } = target;
  const area = <rect x={toPixels(x)} y={toPixels(y)} width={toPixels(width)} height={toPixels(height)} />;
  if (!live)
    return (
      <a className="pw-tl-link" href={href}>
        {area}
        <title>{name}</title>
      </a>
    );
  return (
    <a
      className="pw-tl-link"
      href={href}
      aria-label={name}
      data-lane={lane}
      data-key={key}
      tabIndex={stop ? undefined : -1}
    >
      {area}
    </a>
  );
}

function ItemList({
  label,
  items,
  stop,
  live,
}: {
  label: string;
  items: readonly Item[];
  stop: Item | undefined;
  live: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <g role="list" aria-label={label}>
      {items.map((item) => (
        <g key={item.key} role="listitem">
          <ItemLink item={item} stop={item === stop} live={live} />
        </g>
      ))}
    </g>
  );
}

/**
 * What is drawn, for keys, pointers and screen readers: each lane a heading and a list of links, in order of time; at the end what
 * lies over all of them.
 */
export function LaneLinks({ scene, items, stops, live }: Props) {
  const listOf = (at: number, label: string) => {
    const inLane = items[at] ?? [];
    return <ItemList {...{ label, live }} items={inLane} stop={stopOf(stops, inLane, at)} />;
  };
  return (
    <>
      {scene.lanes.map(({ lane, y, inView }, at) => (
        <g key={lane.key}>
          {/* The name is painted with the rest; this one is only read. */}
          <text role="heading" aria-level={3} x={0} y={y + 20} fontSize={15} fill="none">
            {lane.label}, {countOf(lane.total, 'event')}, {inView} in view
          </text>
          {listOf(at, `${lane.label}, in order of time`)}
        </g>
      ))}
      {listOf(scene.lanes.length, 'Over the lanes, in order of time')}
    </>
  );
}
