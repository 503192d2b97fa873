import type { Metadata } from 'next';
import { FormTitle } from '@/app/_ui/form/form-title';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { isFirstAdminToken } from '@/db/first-admin';
import { SetupForm } from './setup-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Opened by the one-time link that the start command prints. */
export default async function SetupPage({ params }: PageProps<'/setup/[token]'>) {
  const { token } = await params;
  if (await isFirstAdminToken(database(), token)) {
    return (
      <div className="pw-narrow">
        <SetupForm token={token} />
      </div>
    );
  }
  return (
    <div className="pw-narrow">
      <FormTitle page="This link does not work any more" errors={[]} />
      <h1 className="pw-heading">This link does not work any more</h1>
      <p className="govuk-body">
        It was used, is more than a day old, or there is an admin already. If there is,{' '}
        <Link className="govuk-link" href="/sign-in">
          sign in
        </Link>
        . If not, stop Pillarwatch and start it again: it prints a new link.
      </p>
    </div>
  );
}
