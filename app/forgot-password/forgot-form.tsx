'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { forgotAction, type ForgotState } from './actions';

/** Asks for a link by e-mail. */
export function ForgotForm() {
  const [{ email, errors, asked }, action] = useActionState<ForgotState, FormData>(forgotAction, {
    email: '',
    errors: [],
    asked: false,
  });
  if (asked)
    return (
      <>
        <FormTitle page="Look into your mailbox" errors={[]} />
        <h1 className="pw-heading">Look into your mailbox</h1>
        <p className="govuk-body">
          If {email} has an account here, a link is on its way. It works once, within an hour. Look among the
          junk, too.
        </p>
      </>
    );
  return (
    <form action={action} noValidate>
      <FormTitle page="Forgotten your password?" errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">Forgotten your password?</h1>
      <TextField
        name="email"
        label="Email address"
        hint="We send a link there with which you choose a new one."
        type="email"
        autoComplete="username"
        spellCheck={false}
        errors={errors}
        defaultValue={email}
        key={email}
        width="govuk-input--width-20"
      />
      <button type="submit" className="govuk-button">
        Send the link
      </button>
    </form>
  );
}
