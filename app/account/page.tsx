import type { Metadata } from 'next';
import { requireSignedIn } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { userRoleTerms } from '@/app/_ui/user-role-terms';
import { database } from '@/db/client';
import { passwordHash } from '@/db/passwords';
import { listSessions } from '@/db/sessions';
import { labelOf } from '@/lib/vocabulary';
import { NameForm } from './_parts/name-form';
import { EndAll, SessionList } from './_parts/session-list';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

const doneWords = {
  sessions: 'Signed out there',
  password: 'Password changed; every other browser is signed out',
  'second-step-on': 'Second step turned on',
  'second-step-off': 'Second step turned off',
};

/** One's own account: name, ways in, and where one is signed in. */
export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const user = await requireSignedIn('/account');
  const done = [(await searchParams).done].flat()[0] ?? '';
  const [sessions, hash] = await Promise.all([
    listSessions(database(), user.id),
    passwordHash(database(), user.id),
  ]);
  return (
    <div className="pw-narrow">
      {Object.hasOwn(doneWords, done) && <Banner>{doneWords[done as keyof typeof doneWords]}</Banner>}
      <h1 className="pw-heading">Your account</h1>
      <p className="govuk-body">
        {user.email}, {labelOf(userRoleTerms, user.role).toLowerCase()}
      </p>
      <NameForm name={user.name} />
      <h2 className="govuk-heading-m">Ways in</h2>
      {hash === null ? (
        <p className="govuk-body">
          You sign in with your organisation’s account; password and second step are kept there.
        </p>
      ) : (
        <ul className="govuk-list">
          <li>
            <Link className="govuk-link" href="/account/password">
              Change your password
            </Link>
          </li>
          <li>
            <Link className="govuk-link" href="/account/second-step">
              {user.secondStep ? 'Second step: on' : 'Turn on a second step'}
            </Link>
          </li>
        </ul>
      )}
      <h2 className="govuk-heading-m">Where you are signed in</h2>
      <p className="govuk-body pw-quiet">
        A session ends after 12 hours, or 2 hours without use. Times are UK time.
      </p>
      <SessionList sessions={sessions} current={user.sessionId} />
      <EndAll others={sessions.length > 1} />
    </div>
  );
}
