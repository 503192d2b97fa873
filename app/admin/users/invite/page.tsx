import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { InviteForm } from '../../_users/invite-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form for a new person. */
export default async function InvitePage() {
  await requireUser('users.manage', '/admin/users/invite');
  return (
    <div className="pw-narrow">
      <InviteForm />
    </div>
  );
}
