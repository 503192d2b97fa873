import { Link } from '@/app/_ui/link';
import type { OffMap as Row } from '@/lib/map/place-counts';
import { formatCount } from '@/lib/numbers';

/** Events that the map cannot show, each with the reason: with the circles they add up to all. */
export function OffMap({ rows, hrefOf }: { rows: readonly Row[]; hrefOf(code: string): string }) {
  if (rows.length === 0) return null;
  return (
    <section className="pw-map__off" aria-labelledby="off-map">
      <h3 className="pw-map__off-title" id="off-map">
        Not on the map
      </h3>
      <ul className="pw-parts">
        {rows.map(({ label, count, code }) => (
          <li key={label}>
            {code === null ? label : <Link href={hrefOf(code)}>{label}</Link>}{' '}
            <span className="pw-quiet">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
