import Link from 'next/link';
import { formatCount } from '@/lib/count-words';

export interface BarRow {
  label: string;
  href: string;
  count: number;
}

/** Bars that are links, each setting a filter; HTML from the server, complete without scripts. */
export function BarList({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  if (rows.length === 0) return <p className="pw-quiet govuk-body-s">Nothing to count here.</p>;
  return (
    <ul className="pw-bars">
      {rows.map((row) => (
        <li key={row.href} className="pw-bars__row">
          <Link href={row.href} className="pw-bars__label">
            {row.label}
          </Link>
          <span className="pw-bars__track" aria-hidden="true">
            <span className="pw-bars__bar" style={{ width: `${(row.count / most) * 100}%` }} />
          </span>
          <span className="pw-bars__count">{formatCount(row.count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The rows as a table. */
export function BarTable({ rows, heading }: { rows: readonly BarRow[]; heading: string }) {
  return (
    <table className="govuk-table govuk-table--small-text-until-tablet pw-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className="pw-number">
            Events
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.href}>
            <th scope="row">
              <Link href={row.href}>{row.label}</Link>
            </th>
            <td className="pw-number">{formatCount(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
