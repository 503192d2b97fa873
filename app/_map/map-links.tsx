import { Link } from '@/app/_ui/link';
import { MAP_WIDTH } from '@/lib/map/map-view';
import type { MapLayout } from '@/lib/map/map-layout';
import { formatRate, spotWords } from '@/lib/map/map-words';

interface Props {
  layout: MapLayout;
  /** Where a circle leads: the page with its place as filter, or without where it is the one in use. */
  hrefOf(code: string): string;
  /** Places that are the filter now. */
  chosen: readonly string[];
}

const percent = (n: number, of: number): string => `${Math.round((n / of) * 10_000) / 100}%`;

/** A link over each circle, named by place and count: seen on hover and focus, in the order of size for keyboards. */
export function MapLinks({ layout, hrefOf, chosen }: Props) {
  const { spots, measure, view } = layout;
  return (
    <ul className="pw-map__links">
      {spots.map((spot) => {
        const { x, y, reach, place } = spot;
        return (
          <li
            key={place.code}
            style={{
              left: percent(x, MAP_WIDTH),
              top: percent(y, view.height),
              width: percent(2 * reach, MAP_WIDTH),
            }}
          >
            <Link
              href={hrefOf(place.code)}
              scroll={false}
              className={x > MAP_WIDTH / 2 ? 'pw-map__link pw-map__link--end' : 'pw-map__link'}
              aria-current={chosen.includes(place.code) ? 'true' : undefined}
            >
              <span className="pw-map__tip">{spotWords(spot, measure)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const FIRST = 12;

/** The same places as a list: on a phone circles lie too close to be pointed at. */
export function MapList({ layout, hrefOf }: Omit<Props, 'chosen'>) {
  const { spots, measure } = layout;
  if (spots.length === 0) return null;
  return (
    <section aria-labelledby="map-list">
      <h3 className="pw-map__off-title" id="map-list">
        {measure === 'million' ? 'Events per million people' : 'Events'}
        {spots.length > FIRST && `: the first ${FIRST} of ${spots.length}, all are in the table`}
      </h3>
      <ul className="pw-parts pw-map__list">
        {spots.slice(0, FIRST).map((spot) => (
          <li key={spot.place.code}>
            <Link href={hrefOf(spot.place.code)}>{spot.place.name}</Link>{' '}
            <span className="pw-quiet">{formatRate(spot.value, measure)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
