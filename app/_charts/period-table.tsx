import Link from 'next/link';
import type { PeriodData } from '@/lib/chart-period';
import { pillarTerms } from '@/lib/vocabulary';

/** The period chart's numbers; those dated only by report in brackets. */
export function PeriodTable({ data, hrefs }: { data: PeriodData; hrefs: readonly string[] }) {
  const cell = (all: number, reported: number): string =>
    reported > 0 ? `${all} (${reported})` : String(all);
  return (
    <table className="govuk-table pw-table">
      <caption className="pw-table__caption">
        Events by period; in brackets those dated only by report
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          {pillarTerms.map((term) => (
            <th key={term.code} scope="col" className="pw-number">
              {term.label}
            </th>
          ))}
          <th scope="col" className="pw-number">
            Events
          </th>
        </tr>
      </thead>
      <tbody>
        {data.columns.map((column, i) => (
          <tr key={column.from}>
            <th scope="row">
              <Link href={hrefs[i]!}>{column.title}</Link>
            </th>
            {column.pillars.map(({ dated, reported }, p) => (
              <td key={p} className="pw-number">
                {cell(dated + reported, reported)}
              </td>
            ))}
            <td className="pw-number">{cell(column.total, column.reported)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
