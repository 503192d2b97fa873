import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import type { KeyRow } from '@/db/api-keys';
import { keyScopes } from '@/lib/api/key-scopes';
import { londonTime } from '@/lib/london-time';

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
const states = {
  active: { words: 'Active', colour: 'govuk-tag--green' },
  expired: { words: 'Expired', colour: 'govuk-tag--grey' },
  revoked: { words: 'Revoked', colour: 'govuk-tag--red' },
};
const scopeWords = (code: string): string => keyScopes.find((scope) => scope.code === code)?.label ?? code;

function cellsOf(row: KeyRow): Record<(typeof columns)[number], ReactNode> {
  const { words, colour } = states[row.state];
  return {
    Name: row.name,
    'Starts with': <code>{row.start}…</code>,
    'Answered for by': row.owner,
    May: row.scopes.map(scopeWords).join(', '),
    State: <strong className={`govuk-tag ${colour}`}>{words}</strong>,
    Expires: londonTime(row.expiresAt),
    'Last used': row.lastUsedAt ? londonTime(row.lastUsedAt) : 'Never',
    Action:
      row.state === 'active' ? (
        <Link className="govuk-link" href={`/admin/keys/${row.id}`}>
          Revoke<span className="govuk-visually-hidden"> {row.name}</span>
        </Link>
      ) : (
        'None'
      ),
  };
}

/** Every key, the newest first. */
export function KeyTable({ rows }: { rows: readonly KeyRow[] }) {
  const caption = 'Keys, the newest first. Times are UK time.';
  return <BlockTable {...{ caption, columns, rows, cellsOf }} keyOf={(row) => row.id} />;
}
