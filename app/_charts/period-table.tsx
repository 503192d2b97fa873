import { Link } from '@/app/_ui/link';
import { Still } from '@/app/_ui/still';
import type { PeriodData } from '@/lib/chart-period';
import { formatCount } from '@/lib/numbers';
import { pillarTerms } from '@/lib/vocabulary';

const cell = (all: number, reported: number): string =>
  reported > 0 ? `${formatCount(all)} (${formatCount(reported)})` : formatCount(all);

/** The numbers of the chart by period: those dated only by report in brackets; each period leads to its events. */
export function PeriodTable({ data, hrefs }: { data: PeriodData; hrefs: readonly string[] }) {
  return (
    <Still as="table" className="pw-table">
      <caption className="pw-table__caption">
        Events by period and pillar. In brackets: of these, dated only by report. An event with two pillars
        counts under each, and once in the last column.
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
    </Still>
  );
}
