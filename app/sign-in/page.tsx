import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentUser } from '@/app/_auth/session';
import { localPath } from '@/lib/local-path';
import { SignInForm } from './sign-in-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** What was done just before. */
const doneWords = {
  password: 'Your password is set: sign in with it',
  expired: 'That took too long, or was tried too often: sign in again',
  everywhere: 'You are signed out everywhere',
};

/** The way in for editors; there is no sign-up. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams;
  const next = localPath([query.next].flat()[0], '/admin/events');
  if (await currentUser()) redirect(next);
  const done = [query.done].flat()[0] ?? '';
  return (
    <div className="pw-narrow">
      {Object.hasOwn(doneWords, done) && (
        <p className="pw-banner" role="status">
          {doneWords[done as keyof typeof doneWords]}
        </p>
      )}
      <SignInForm next={next} />
      <p className="govuk-body">
        <Link className="govuk-link" href="/forgot-password">
          Forgotten your password?
        </Link>
      </p>
      <p className="govuk-body">
        Reading the dashboard needs no account. If you write events and have none, ask an admin of this
        Pillarwatch.
      </p>
    </div>
  );
}
