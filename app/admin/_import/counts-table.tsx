import type { ImportCounts, SkippedRows, Verdict } from '@/lib/import/import-counts';
import { verdictWords } from '@/lib/import/report-words';
import { formatCount } from '@/lib/numbers';
import { labelOf, statusTerms, type Status } from '@/lib/vocabulary';

interface Props {
  counts: ImportCounts;
  skipped: readonly SkippedRows[];
  applied: boolean;
  /** As what new events come in. */
  newStatus: Status;
}

/** That events are in the record is not that readers see them. */
const unseenWords = (status: Status): string =>
  status === 'published'
    ? ''
    : `, ${labelOf(statusTerms, status).toLowerCase()}: readers see them once they are published`;

/** What becomes of rows that are events. */
function VerdictRows({ counts, applied, newStatus }: Omit<Props, 'skipped'>) {
  const verdicts = Object.entries(verdictWords) as [Verdict, (typeof verdictWords)[Verdict]][];
  return verdicts.map(([verdict, words]) => (
    <tr key={verdict}>
      <th scope="row">{words.label}</th>
      <td className="pw-number">{formatCount(counts.rowsOf[verdict])}</td>
      <td className="pw-number">{formatCount(counts.events[verdict])}</td>
      <td>
        {applied ? words.after : words.before}
        {applied && verdict === 'new' && counts.events.new > 0 && unseenWords(newStatus)}
      </td>
    </tr>
  ));
}

/** The rows of a file and what became of them: the numbers add up to the last one. */
export function CountsTable({ counts, skipped, applied, newStatus }: Props) {
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
        <VerdictRows {...{ counts, applied, newStatus }} />
        <tr>
          <th scope="row">Rejected</th>
          <td className="pw-number">{formatCount(counts.rejected)}</td>
          <td className="pw-number">–</td>
          <td>cannot be events as they are: see below</td>
        </tr>
        <tr>
          <th scope="row">Left out</th>
          <td className="pw-number">{formatCount(counts.skipped)}</td>
          <td className="pw-number">–</td>
          <td>
            {skipped.map(({ reason, rows, firstRow }) => (
              <div key={reason}>
                {reason}: {formatCount(rows)} (first in row {firstRow})
              </div>
            ))}
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Rows of the file</th>
          <td className="pw-number">
            <b>{formatCount(counts.rows)}</b>
          </td>
          <td className="pw-number">–</td>
          <td>–</td>
        </tr>
      </tfoot>
    </table>
  );
}
