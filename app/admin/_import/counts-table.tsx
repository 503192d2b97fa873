import type { ImportCounts, SkippedRows, Verdict } from '@/lib/import/import-counts';
import { verdictWords } from '@/lib/import/report-words';

const number = (count: number): string => count.toLocaleString('en-GB');

interface Props {
  counts: ImportCounts;
  skipped: readonly SkippedRows[];
  applied: boolean;
}

/** The rows of a file and what became of them: the numbers add up to the last one. */
export function CountsTable({ counts, skipped, applied }: Props) {
  const verdicts = Object.entries(verdictWords) as [Verdict, (typeof verdictWords)[Verdict]][];
  return (
    <table className="govuk-table pw-table pw-import-counts">
      <caption className="pw-table__caption">
        {applied ? 'What became of the rows' : 'What would become of the rows'}
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="pw-number">
            Rows
          </th>
          <th scope="col" className="pw-number">
            Events
          </th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(([verdict, words]) => (
          <tr key={verdict}>
            <th scope="row">{words.label}</th>
            <td className="pw-number">{number(counts.rowsOf[verdict])}</td>
            <td className="pw-number">{number(counts.events[verdict])}</td>
            <td>{applied ? words.after : words.before}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Rejected</th>
          <td className="pw-number">{number(counts.rejected)}</td>
          <td className="pw-number">–</td>
          <td>cannot be events as they are: see below</td>
        </tr>
        <tr>
          <th scope="row">Left out</th>
          <td className="pw-number">{number(counts.skipped)}</td>
          <td className="pw-number">–</td>
          <td>
            {skipped.map(({ reason, rows, firstRow }) => (
              <div key={reason}>
                {reason}: {number(rows)} (first in row {firstRow})
              </div>
            ))}
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Rows of the file</th>
          <td className="pw-number">
            <b>{number(counts.rows)}</b>
          </td>
          <td className="pw-number">–</td>
          <td>–</td>
        </tr>
      </tfoot>
    </table>
  );
}
