import { Link } from '@/app/_ui/link';
import type { RejectedRow } from '@/db/import/findings';
import { rowWords } from '@/lib/import/outcome';

interface Props {
  id: number;
  total: number;
  rows: readonly RejectedRow[];
  /** The row after which the next page begins; null on the last one. */
  next: number | null;
  first: boolean;
}

/** Rejected rows, a line for each problem, and the file in which they can be corrected. */
export function RejectsTable({ id, total, rows, next, first }: Props) {
  if (total === 0) return null;
  return (
    <section id="rejected">
      <h2 className="govuk-heading-m">Rejected rows</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={`/admin/import/${id}/rejected`} download>
          Fetch the rejected rows as CSV
        </a>
        : correct them there, and import that file.
      </p>
      <div className="pw-import-scroll" tabIndex={0} role="region" aria-label="Rejected rows">
        <table className="govuk-table pw-table">
          <caption className="govuk-visually-hidden">Rejected rows, in the order of the file</caption>
          <thead>
            <tr>
              <th scope="col" className="pw-number">
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ row, problems }) =>
              problems.map((problem) => (
                <tr key={`${row} ${problem.column} ${problem.reason}`}>
                  <td className="pw-number">{rowWords(row, problem)}</td>
                  <td>{problem.column || <i>none</i>}</td>
                  <td className="pw-import-value">
                    {problem.value ? problem.value.slice(0, 200) : <i>empty</i>}
                  </td>
                  <td>{problem.reason}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <nav className="pw-admin-pages" aria-label="Pages of rejected rows">
        {!first && (
          <Link className="govuk-link" href={`/admin/import/${id}#rejected`}>
            First rejected rows
          </Link>
        )}
        {next !== null && (
          <Link className="govuk-link" href={`/admin/import/${id}?rejected=${next}#rejected`} rel="next">
            Next rejected rows
          </Link>
        )}
      </nav>
    </section>
  );
}
