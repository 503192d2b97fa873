'use client';

import { useActionState } from 'react';
import { Banner } from '@/app/_ui/banner';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { SelectField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { userRoleTerms } from '@/app/_ui/user-role-terms';
import type { UserRow } from '@/db/users';
import { userAction, type UserState } from '../users/actions';
import { PassedLink } from './passed-link';

const start: UserState = { errors: [] };

/** The buttons that fit the person's state: what each does, and what it says. */
function buttonsOf(user: UserRow) {
  const active = user.state !== 'deactivated';
  const buttons = [
    active && {
      intent: 'link',
      label: user.state === 'invited' ? 'Make a new invitation link' : 'Make a link to a new password',
      hint: 'For somebody who cannot get in. An earlier link stops working.',
    },
    user.secondStep && {
      intent: 'second-step',
      label: 'Turn the second step off',
      hint: 'For somebody who has lost phone and recovery codes. Make sure that it is they who ask.',
    },
    user.sessions > 0 && {
      intent: 'sessions',
      label: 'Sign out everywhere',
      hint: 'They can sign in again.',
    },
    active
      ? {
          intent: 'deactivate',
          label: 'Deactivate',
          hint: 'They can’t sign in any more. What they wrote stays, with their name.',
        }
      : {
          intent: 'reactivate',
          label: 'Reactivate',
          hint: 'They can sign in again with the password that they had.',
        },
  ];
  return buttons.filter((button) => button !== false);
}

/** What an admin can do about a person. */
export function UserForm({ user }: { user: UserRow }) {
  const [state, action, pending] = useActionState<UserState, FormData>(userAction, start);
  const { errors, done, passed } = state;
  return (
    <>
      <FormTitle page={user.name} errors={errors} />
      <ErrorSummary errors={errors} />
      {done && <Banner of={state}>{done}</Banner>}
      {passed && <PassedLink passed={passed} />}
      <form action={action} className="pw-user-form">
        <input type="hidden" name="id" value={user.id} />
        <SelectField
          name="role"
          label="Role"
          errors={errors}
          defaultValue={user.role}
          options={userRoleTerms}
        />
        <button type="submit" name="intent" value="role" className="govuk-button" disabled={pending}>
          Change role
        </button>
      </form>
      {buttonsOf(user).map(({ intent, label, hint }) => (
        <form key={intent} action={action} className="pw-user-form">
          <input type="hidden" name="id" value={user.id} />
          <p className="govuk-body pw-quiet">{hint}</p>
          <button
            type="submit"
            id={intent}
            name="intent"
            value={intent}
            disabled={pending}
            className={`govuk-button ${intent === 'deactivate' ? 'govuk-button--warning' : 'govuk-button--secondary'}`}
          >
            {label}
          </button>
        </form>
      ))}
    </>
  );
}
