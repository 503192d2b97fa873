'use client';

import { useActionState } from 'react';
import { ErrorSummary, type FieldError } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import { PasswordField } from '@/app/_ui/form/password-field';
import { PASSWORD_HINT } from '@/app/_ui/password-hint';
import { passwordAction } from '../password/actions';

/** The current password and a new one. */
export function PasswordForm() {
  const [errors, action] = useActionState<FieldError[], FormData>(passwordAction, []);
  return (
    <form action={action} noValidate>
      <FormTitle page="Change your password" errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">Change your password</h1>
      <PasswordField
        name="current"
        label="Current password"
        autoComplete="current-password"
        errors={errors}
      />
      <PasswordField
        name="next"
        label="New password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        errors={errors}
      />
      <button type="submit" className="govuk-button">
        Change password
      </button>
    </form>
  );
}
