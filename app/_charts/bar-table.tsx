import { Link } from '@/app/_ui/link';
import { Still } from '@/app/_ui/still';
import { formatCount } from '@/lib/numbers';
import type { BarRow } from './bar-list';

/** The rows as a table: as text, for there can be two hundred and fifty countries. */
export function BarTable({ rows, heading }: { rows: readonly BarRow[]; heading: string }) {
  const withReports = rows.some((row) => row.reported !== undefined);
  return (
    <Still as="table" className="pw-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className="pw-number">
            Events
          </th>
          {withReports && (
            <th scope="col" className="pw-number">
              Dated only by report
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              {row.href === null ? row.label : <Link href={row.href}>{row.label}</Link>}
              {row.chosen === false && <span className="pw-quiet"> (not in your filter)</span>}
            </th>
            <td className="pw-number">{formatCount(row.count)}</td>
            {withReports && <td className="pw-number">{formatCount(row.reported ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </Still>
  );
}
