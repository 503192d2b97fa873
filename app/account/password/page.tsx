import type { Metadata } from 'next';
import { requireSignedIn } from '@/app/_auth/session';
import { PasswordForm } from '../_parts/password-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form for a new password of one's own. */
export default async function PasswordPage() {
  await requireSignedIn('/account/password');
  return (
    <div className="pw-narrow">
      <PasswordForm />
    </div>
  );
}
