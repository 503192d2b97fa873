import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasOidc } from '@/app/_auth/oidc-provider';
import { firstPage } from '@/app/_auth/first-page';
import { currentUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { env } from '@/lib/env';
import { localPath } from '@/lib/local-path';
import { SignInForm } from './sign-in-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** What was done just before. */
const doneWords = {
  password: 'Your password is set: sign in with it',
  expired: 'That took too long, or was tried too often: sign in again',
  everywhere: 'You are signed out everywhere',
  oidc: 'That account was not let in. If you should have access, ask an admin to invite its address',
};

/** Which of these is no good news. */
const bad = new Set(['expired', 'oidc']);

/** The way in for editors; there is no sign-up. */
export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams;
  const next = localPath([query.next].flat()[0], firstPage());
  if (await currentUser()) redirect(next);
  const done = [query.done].flat()[0] ?? '';
  return (
    <div className="pw-narrow">
      {Object.hasOwn(doneWords, done) && (
        <Banner refused={bad.has(done)}>{doneWords[done as keyof typeof doneWords]}</Banner>
      )}
      <SignInForm next={next} />
      {hasOidc() && (
        <p className="govuk-body">
          Or{' '}
          <a className="govuk-link" href={`/sign-in/oidc?${new URLSearchParams({ next })}`}>
            sign in with {env().OIDC_NAME}
          </a>
        </p>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" href="/forgot-password">
          Forgotten your password?
        </Link>
      </p>
      <p className="govuk-body">
        {env().READERS === 'public'
          ? 'Reading the dashboard needs no account. If you write events and have none, ask an admin of this Pillarwatch.'
          : 'Only people with an account may read this Pillarwatch. If you have none, ask one of its admins.'}
      </p>
    </div>
  );
}
