'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { PasswordField } from '@/app/_ui/form/password-field';
import { secondStepAction, type SecondStepState } from '../second-step/actions';
import { OfferedSecret, RecoveryCodes } from './offered-secret';

interface Props {
  on: boolean;
  /** True where a setting asks for it. */
  needed: boolean;
}

function Off() {
  return (
    <>
      <p className="govuk-body">
        With a second step, a password that leaks is not enough to get in: you also type a code that an app on
        your phone shows.
      </p>
      <p className="govuk-body">Give your password again to begin.</p>
    </>
  );
}

/** Turns the second step on, with a code to show that it works; or off, or makes new recovery codes. */
export function SecondStepForm({ on, needed }: Props) {
  const [{ errors, offered, codes }, action] = useActionState<SecondStepState, FormData>(secondStepAction, {
    errors: [],
  });
  const heading = on ? 'Second step: on' : 'Turn on a second step';
  return (
    <form action={action} noValidate>
      <FormTitle page={heading} errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">{heading}</h1>
      {needed && (
        <div className="govuk-inset-text">
          This Pillarwatch asks for it before you can do what your role allows.
        </div>
      )}
      {!on && !offered && <Off />}
      {offered && <OfferedSecret {...offered} />}
      {codes && <RecoveryCodes codes={codes} />}
      {offered ? (
        <>
          <TextField
            name="code"
            label="Code"
            hint="The 6 digits that the app shows now"
            autoComplete="one-time-code"
            inputMode="numeric"
            errors={errors}
            width="govuk-input--width-10"
          />
          <button type="submit" name="intent" value="confirm" className="govuk-button">
            Turn on
          </button>
        </>
      ) : (
        <>
          <PasswordField
            name="password"
            label="Current password"
            autoComplete="current-password"
            errors={errors}
          />
          <div className="govuk-button-group">
            <button type="submit" name="intent" value={on ? 'codes' : 'offer'} className="govuk-button">
              {on ? 'Make new recovery codes' : 'Continue'}
            </button>
            {on && (
              <button type="submit" name="intent" value="off" className="govuk-button govuk-button--warning">
                Turn off
              </button>
            )}
          </div>
        </>
      )}
    </form>
  );
}
