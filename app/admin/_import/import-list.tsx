import Link from 'next/link';
import type { ImportView } from '@/db/import/imports';
import { setWords } from '@/lib/import/report-words';
import { londonTime } from '@/lib/london-time';
import { sizeWords, stateWords } from './import-words';

const number = (count: number | undefined): string =>
  count === undefined ? '' : count.toLocaleString('en-GB');

/** Imports so far, newest first. */
export function ImportList({ rows }: { rows: readonly ImportView[] }) {
  return (
    <div className="pw-import-scroll" tabIndex={0} role="region" aria-label="Imports">
      <table className="govuk-table pw-table">
        <caption className="pw-table__caption">Imports, newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Set</th>
            <th scope="col">State</th>
            <th scope="col" className="pw-number">
              Rows
            </th>
            <th scope="col" className="pw-number">
              Added
            </th>
            <th scope="col" className="pw-number">
              Changed
            </th>
            <th scope="col" className="pw-number">
              Rejected
            </th>
            <th scope="col">Uploaded</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="govuk-link" href={`/admin/import/${row.id}`}>
                  {row.fileName}
                </Link>{' '}
                <span className="pw-quiet">{sizeWords(row.bytes)}</span>
              </th>
              <td>{setWords(row)}</td>
              <td>{stateWords(row)}</td>
              <td className="pw-number">{number(row.counts?.rows)}</td>
              <td className="pw-number">{row.appliedAt && number(row.counts?.events.new)}</td>
              <td className="pw-number">{row.appliedAt && number(row.counts?.events.changed)}</td>
              <td className="pw-number">{number(row.counts?.rejected)}</td>
              <td>
                {londonTime(row.createdAt)}
                {row.createdByName && <span className="pw-quiet"> by {row.createdByName}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
