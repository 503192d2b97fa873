import type { ReactNode } from 'react';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import { userRoleTerms } from '@/app/_ui/user-role-terms';
import type { UserRow } from '@/db/users';
import { londonTime } from '@/lib/london-time';
import { labelOf } from '@/lib/vocabulary';

const columns = ['Name', 'Email', 'Role', 'State', 'Second step', 'Last sign-in'] as const;
const states = {
  active: { words: 'Active', colour: 'govuk-tag--green' },
  invited: { words: 'Invited', colour: 'govuk-tag--yellow' },
  deactivated: { words: 'Deactivated', colour: 'govuk-tag--grey' },
};

export function StateTag({ state }: { state: UserRow['state'] }) {
  return <strong className={`govuk-tag ${states[state].colour}`}>{states[state].words}</strong>;
}

const cellsOf = (user: UserRow): Record<(typeof columns)[number], ReactNode> => ({
  Name: (
    <Link className="govuk-link" href={`/admin/users/${user.id}`}>
      {user.name}
    </Link>
  ),
  Email: user.email,
  Role: labelOf(userRoleTerms, user.role),
  State: <StateTag state={user.state} />,
  'Second step': user.secondStep ? 'On' : 'Off',
  'Last sign-in': user.lastSignIn ? londonTime(user.lastSignIn) : 'Never',
});

/** Everyone with an account, by name. */
export function UserTable({ users }: { users: readonly UserRow[] }) {
  const caption = 'People, by name. Times are UK time.';
  return (
    <BlockTable
      {...{ caption, columns, cellsOf }}
      rows={users}
      keyOf={(user) => user.id}
      className="pw-user-table"
    />
  );
}
