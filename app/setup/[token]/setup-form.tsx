'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import { TextField } from '@/app/_ui/form/field';
import { PasswordField } from '@/app/_ui/form/password-field';
import { PASSWORD_HINT } from '@/app/_ui/password-hint';
import { setupAction, type SetupState } from './actions';

/** Name, address and password of the first admin. */
export function SetupForm({ token }: { token: string }) {
  const [{ name, email, errors }, action] = useActionState<SetupState, FormData>(setupAction, {
    name: '',
    email: '',
    errors: [],
  });
  return (
    <form action={action} noValidate>
      <FormTitle page="Make the first admin" errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">Make the first admin</h1>
      <p className="govuk-body">
        This Pillarwatch has no users yet. The first admin can add and correct events.
      </p>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label="Your name"
        autoComplete="name"
        errors={errors}
        defaultValue={name}
        key={`n${name}`}
        width="govuk-input--width-20"
      />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        errors={errors}
        defaultValue={email}
        key={`e${email}`}
        width="govuk-input--width-20"
      />
      <PasswordField
        name="password"
        label="Password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        errors={errors}
      />
      <button type="submit" className="govuk-button">
        Make admin and sign in
      </button>
    </form>
  );
}
