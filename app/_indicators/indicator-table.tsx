import { Link } from '@/app/_ui/link';
import type { Reading } from '@/lib/indicators/evaluate';
import { reasonWords } from '@/lib/indicators/status-words';
import { StatusSign } from './status-sign';

interface Props {
  caption: string;
  readings: readonly Reading[];
  /** What the band rests on. */
  from: string;
  /** The events of a period; null for a series. */
  hrefOf: ((reading: Reading) => string) | null;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Readings as a table, newest first. */
export function IndicatorTable({ caption, readings, from, hrefOf }: Props) {
  return (
    <table className="pw-table">
      <caption className="pw-table__caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Status</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {[...readings].reverse().map((reading) => (
          <tr key={reading.from + reading.to}>
            <th scope="row">
              {hrefOf && reading.value ? (
                <Link href={hrefOf(reading)}>{capital(reading.title)}</Link>
              ) : (
                capital(reading.title)
              )}
            </th>
            <td>
              <StatusSign reading={reading} />
            </td>
            <td>{reasonWords(reading, from)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
