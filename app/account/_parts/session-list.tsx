import { SignOutForm } from '@/app/_ui/sign-out-form';
import type { SessionRow } from '@/db/sessions';
import { browserWords } from '@/lib/browser-words';
import { londonTime } from '@/lib/london-time';
import { endSessionAction } from '../actions';

function EndButton({ session, label, here }: { session: string; label: string; here?: boolean }) {
  const Form = here ? SignOutForm : 'form';
  return (
    <Form action={endSessionAction}>
      <input type="hidden" name="session" value={session} />
      <button type="submit" className="pw-link-button">
        {label}
      </button>
    </Form>
  );
}

/** Where one is signed in, with a button to end each. */
export function SessionList({ sessions, current }: { sessions: readonly SessionRow[]; current: string }) {
  return (
    <ul className="govuk-list pw-sessions">
      {sessions.map(({ id, createdAt, lastSeenAt, ipAddress, userAgent }) => (
        <li key={id}>
          <p className="govuk-body">
            <strong>{browserWords(userAgent) ?? 'A program or browser that does not name itself'}</strong>
            {id === current && ' (this one)'}
            <br />
            Signed in {londonTime(createdAt)}, last used {londonTime(lastSeenAt)}
            {ipAddress && `, from ${ipAddress}`}
          </p>
          <EndButton
            session={id}
            label={id === current ? 'Sign out here' : 'Sign out there'}
            here={id === current}
          />
        </li>
      ))}
    </ul>
  );
}

/** Ends every session but this one, or this one too. */
export function EndAll({ others }: { others: boolean }) {
  return (
    <div className="pw-admin-actions">
      {others && <EndButton session="others" label="Sign out everywhere else" />}
      <EndButton session="all" label="Sign out everywhere" here />
    </div>
  );
}
