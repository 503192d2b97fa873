import { Link } from '@/app/_ui/link';
import type { MapLayout } from '@/lib/map/map-layout';
import { formatRate } from '@/lib/map/map-words';
import type { OffMap, PlaceCount } from '@/lib/map/place-counts';
import { populationOf } from '@/lib/map/population';
import { formatCount } from '@/lib/numbers';

interface Props {
  places: readonly PlaceCount[];
  off: MapLayout['off'];
  total: number;
  hrefOf(code: string): string;
}

function Row({ one, href }: { one: PlaceCount; href: string }) {
  const people = populationOf(one.place.code);
  return (
    <tr>
      <th scope="row">
        <Link href={href}>{one.place.name}</Link>
        {!one.chosen && <span className="pw-quiet"> (not in your filter)</span>}
      </th>
      <td className="pw-number">{formatCount(one.count)}</td>
      <td className="pw-number">{people === null ? 'not known' : formatCount(people)}</td>
      <td className="pw-number">{one.rate === null ? '' : formatRate(one.rate, 'million')}</td>
    </tr>
  );
}

/** Events that no circle stands for, unless their places are rows already. */
function OffRow({ row: { label, count, code }, href }: { row: OffMap; href: string | null }) {
  return (
    <tr>
      <th scope="row">{code === null || href === null ? label : <Link href={href}>{label}</Link>}</th>
      <td className="pw-number">{formatCount(count)}</td>
      <td className="pw-number">–</td>
      <td className="pw-number">–</td>
    </tr>
  );
}

/** The numbers of a map: every place, then what the map cannot show, then the total of both. */
export function MapTable({ places, off, total, hrefOf }: Props) {
  return (
    <table className="pw-table">
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col" className="pw-number">
            Events
          </th>
          <th scope="col" className="pw-number">
            People in 2020
          </th>
          <th scope="col" className="pw-number">
            Events per million people
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((one) => (
          <Row key={one.place.code} one={one} href={hrefOf(one.place.code)} />
        ))}
        {off.map((row) => (
          <OffRow key={row.label} row={row} href={row.code === null ? null : hrefOf(row.code)} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All events that pass the filters</th>
          <td className="pw-number">{formatCount(total)}</td>
          <td className="pw-number">–</td>
          <td className="pw-number">–</td>
        </tr>
      </tfoot>
    </table>
  );
}
