import Link from 'next/link';
import type { ReactNode } from 'react';
import { userRoleTerms } from '@/app/_ui/user-role-terms';
import type { UserRow } from '@/db/users';
import { labelOf } from '@/lib/vocabulary';

const columns = ['Name', 'Email', 'Role', 'State', 'Second step', 'Last sign-in'] as const;
const stamp = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});
const states = {
  active: { words: 'Active', colour: 'govuk-tag--green' },
  invited: { words: 'Invited', colour: 'govuk-tag--yellow' },
  deactivated: { words: 'Deactivated', colour: 'govuk-tag--grey' },
};

export function StateTag({ state }: { state: UserRow['state'] }) {
  return <strong className={`govuk-tag ${states[state].colour}`}>{states[state].words}</strong>;
}

/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   CSS shows each row as a block on a phone, and a table that is not displayed as one loses its roles in browsers. */

function Row({ user }: { user: UserRow }) {
  const cells: Record<(typeof columns)[number], ReactNode> = {
    Name: (
      <Link className="govuk-link" href={`/admin/users/${user.id}`}>
        {user.name}
      </Link>
    ),
    Email: user.email,
    Role: labelOf(userRoleTerms, user.role),
    State: <StateTag state={user.state} />,
    'Second step': user.secondStep ? 'On' : 'Off',
    'Last sign-in': user.lastSignIn ? stamp.format(new Date(user.lastSignIn)) : 'Never',
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

/** Everyone with an account. On a phone each row becomes a block; the roles keep it a table for screen readers. */
export function UserTable({ users }: { users: readonly UserRow[] }) {
  return (
    <table role="table" className="govuk-table pw-table pw-admin-table pw-user-table">
      <caption className="pw-table__caption">People, by name. Times are UK time.</caption>
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
        {users.map((user) => (
          <Row key={user.id} user={user} />
        ))}
      </tbody>
    </table>
  );
}
