'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import { TextField } from '@/app/_ui/form/field';
import { PasswordField } from '@/app/_ui/form/password-field';
import { signInAction, type SignInState } from './actions';

/** E-mail and password; works without scripts. */
export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState<SignInState, FormData>(signInAction, { email: '', errors: [] });
  return (
    <form action={action} noValidate>
      <FormTitle page="Sign in" errors={state.errors} />
      <ErrorSummary errors={state.errors} />
      <h1 className="pw-heading">Sign in</h1>
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        errors={state.errors}
        defaultValue={state.email}
        key={state.email}
        width="govuk-input--width-20"
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" errors={state.errors} />
      <button type="submit" className="govuk-button">
        Sign in
      </button>
    </form>
  );
}
