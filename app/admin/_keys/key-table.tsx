import Link from 'next/link';
import type { ReactNode } from 'react';
import type { KeyRow } from '@/db/api-keys';
import { keyScopes } from '@/lib/api/key-scopes';

const columns = [
  'Name',
  'Starts with',
  'Answered for by',
  'May',
  'State',
  'Expires',
  'Last used',
  'Action',
] as const;
const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});
const states = {
  active: { words: 'Active', colour: 'govuk-tag--green' },
  expired: { words: 'Expired', colour: 'govuk-tag--grey' },
  revoked: { words: 'Revoked', colour: 'govuk-tag--red' },
};
const scopeWords = (code: string): string => keyScopes.find((scope) => scope.code === code)?.label ?? code;

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   CSS shows each row as a block on a phone, and a table that is not displayed as one loses its roles in browsers. */

function Row({ row }: { row: KeyRow }) {
  const { words, colour } = states[row.state];
  const cells: Record<(typeof columns)[number], ReactNode> = {
    Name: row.name,
    'Starts with': <code>{row.start}…</code>,
    'Answered for by': row.owner,
    May: row.scopes.map(scopeWords).join(', '),
    State: <strong className={`govuk-tag ${colour}`}>{words}</strong>,
    Expires: stamp.format(new Date(row.expiresAt)),
    'Last used': row.lastUsedAt ? stamp.format(new Date(row.lastUsedAt)) : 'Never',
    Action:
      row.state === 'active' ? (
        <Link className="govuk-link" href={`/admin/keys/${row.id}`}>
          Revoke<span className="govuk-visually-hidden"> {row.name}</span>
        </Link>
      ) : (
        'None'
      ),
  };
  return (
    <tr role="row">
      {columns.map((column) => (
        <td key={column} role="cell" data-column={column}>
          <div>{cells[column]}</div>
        </td>
      ))}
    </tr>
  );
}

/** Every key. On a phone each row becomes a block; the roles keep it a table for screen readers. */
export function KeyTable({ rows }: { rows: readonly KeyRow[] }) {
  return (
    <table role="table" className="govuk-table pw-table pw-admin-table">
      <caption className="pw-table__caption">Keys, the newest first. Times are UK time.</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
