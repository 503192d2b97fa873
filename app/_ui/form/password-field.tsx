'use client';

import { useState, type ReactNode } from 'react';
import { useScripted } from '../use-scripted';
import type { FieldError } from './error-summary';
import { Field } from './field';

interface Props {
  name: string;
  label: string;
  hint?: ReactNode;
  errors: readonly FieldError[];
  autoComplete: 'current-password' | 'new-password';
}

/** A password with a button that shows it (GOV.UK password input), where scripts run. Pasting is welcome. */
export function PasswordField({ autoComplete, ...field }: Props) {
  const scripted = useScripted();
  const [shown, setShown] = useState(false);
  return (
    <Field {...field}>
      {({ invalid, ...wiring }) => (
        <div className="govuk-input__wrapper govuk-password-input__wrapper pw-password">
          <input
            className={`govuk-input govuk-password-input__input ${invalid ? 'govuk-input--error' : ''}`}
            name={field.name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            {...wiring}
          />
          {scripted && (
            <button
              type="button"
              className="govuk-button govuk-button--secondary govuk-password-input__toggle pw-last"
              aria-controls={field.name}
              aria-label={shown ? 'Hide password' : 'Show password'}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Hide' : 'Show'}
            </button>
          )}
        </div>
      )}
    </Field>
  );
}
