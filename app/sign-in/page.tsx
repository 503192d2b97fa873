import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/_auth/session';
import { localPath } from '@/lib/local-path';
import { SignInForm } from './sign-in-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The way in for editors; there is no sign-up. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = localPath([(await searchParams).next].flat()[0], '/admin/events');
  if (await currentUser()) redirect(next);
  return (
    <div className="pw-narrow">
      <SignInForm next={next} />
      <p className="govuk-body">
        Reading the dashboard needs no account. If you write events and have none, ask an admin of this
        Pillarwatch.
      </p>
    </div>
  );
}
