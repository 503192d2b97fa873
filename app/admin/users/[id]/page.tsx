import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readUser } from '@/db/users';
import { StateTag } from '../../_users/user-table';
import { UserForm } from '../../_users/user-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** One person: their role, links, second step and sessions. */
export default async function UserPage({ params }: PageProps<'/admin/users/[id]'>) {
  const { id } = await params;
  await requireUser('users.manage', `/admin/users/${encodeURIComponent(id)}`);
  const user = await readUser(database(), id.replaceAll('\0', ''));
  if (!user) notFound();
  return (
    <div className="pw-narrow">
      <h1 className="pw-heading">{user.name}</h1>
      <p className="govuk-body">
        {user.email} <StateTag state={user.state} />
      </p>
      <p className="govuk-body">
        Second step {user.secondStep ? 'on' : 'off'}. Signed in in {user.sessions}{' '}
        {user.sessions === 1 ? 'browser' : 'browsers'}.{' '}
        <Link className="govuk-link" href={`/admin/audit?who=${encodeURIComponent(user.email)}`}>
          What they did
        </Link>
      </p>
      <UserForm user={user} />
    </div>
  );
}
