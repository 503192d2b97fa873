import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { listUsers } from '@/db/users';
import { UserTable } from '../_users/user-table';

export const metadata: Metadata = { title: 'People' };

/** Everyone with an account; for admins. */
export default async function UsersPage() {
  await requireUser('users.manage', '/admin/users');
  return (
    <>
      <div className="pw-admin-head">
        <h1 className="pw-heading">People</h1>
        <Link href="/admin/users/invite" className="govuk-button pw-last">
          Invite a person
        </Link>
      </div>
      <UserTable users={await listUsers(database())} />
    </>
  );
}
