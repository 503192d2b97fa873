'use client';

import { useActionState } from 'react';
import { ErrorSummary, type FieldError } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import { PasswordField } from '@/app/_ui/form/password-field';
import { PASSWORD_HINT } from '@/app/_ui/password-hint';
import { setPasswordAction } from './actions';

interface Props {
  token: string;
  email: string;
  heading: string;
}

/** A new password for the account of this address. */
export function SetPasswordForm({ token, email, heading }: Props) {
  const [errors, action] = useActionState<FieldError[], FormData>(setPasswordAction, []);
  return (
    <form action={action} noValidate>
      <FormTitle page={heading} errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">{heading}</h1>
      <p className="govuk-body">For {email}. You sign in with it afterwards.</p>
      <input type="hidden" name="token" value={token} />
      {/* For password managers: which account this is. */}
      <input
        className="govuk-visually-hidden"
        type="email"
        name="username"
        autoComplete="username"
        defaultValue={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        name="password"
        label="Password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        errors={errors}
      />
      <button type="submit" className="govuk-button">
        Set password
      </button>
    </form>
  );
}
