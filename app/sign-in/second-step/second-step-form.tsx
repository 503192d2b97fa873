'use client';

import { useActionState } from 'react';
import { ErrorSummary, type FieldError } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { secondStepAction } from './actions';

/** The code of the app, or a recovery code. */
export function SecondStepForm({ next }: { next: string }) {
  const [errors, action] = useActionState<FieldError[], FormData>(secondStepAction, []);
  return (
    <form action={action} noValidate>
      <FormTitle page="Enter your code" errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">Enter your code</h1>
      <input type="hidden" name="next" value={next} />
      <TextField
        name="code"
        label="Code"
        hint="The 6 digits that your authenticator app shows for Pillarwatch. Without your phone, a recovery code."
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        errors={errors}
        width="govuk-input--width-10"
      />
      <button type="submit" className="govuk-button">
        Continue
      </button>
    </form>
  );
}
