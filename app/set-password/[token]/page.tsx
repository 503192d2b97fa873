import type { Metadata } from 'next';
import { FormTitle } from '@/app/_ui/form/form-title';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { passwordLinkHolder } from '@/db/password-links';
import { SetPasswordForm } from './set-password-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Opened by the one-time link of an invitation, or of a forgotten password. */
export default async function SetPasswordPage({ params }: PageProps<'/set-password/[token]'>) {
  const { token } = await params;
  const holder = await passwordLinkHolder(database(), token);
  if (holder) {
    const heading = holder.invited ? `Welcome, ${holder.name}: choose a password` : 'Choose a new password';
    return (
      <div className="pw-narrow">
        <SetPasswordForm token={token} email={holder.email} heading={heading} />
      </div>
    );
  }
  return (
    <div className="pw-narrow">
      <FormTitle page="This link does not work any more" errors={[]} />
      <h1 className="pw-heading">This link does not work any more</h1>
      <p className="govuk-body">
        It was used, is too old, or a newer one was made. If you have a password,{' '}
        <Link className="govuk-link" href="/sign-in">
          sign in
        </Link>
        . If not, ask for{' '}
        <Link className="govuk-link" href="/forgot-password">
          a new link
        </Link>
        .
      </p>
    </div>
  );
}
