'use client';

import { useActionState } from 'react';
import { newSecretAction } from '../alerts/actions';
import type { AlertState } from './alert-state';
import { NewSecret } from './new-secret';

/** Makes another secret for a webhook; the old one signs nothing any more. */
export function SecretForm({ initial }: { initial: AlertState }) {
  const [{ errors, made }, action, pending] = useActionState(newSecretAction, initial);
  return (
    <form action={action}>
      {made && <NewSecret made={made} />}
      {errors.map(({ message }) => (
        <p key={message} className="govuk-error-message" role="alert">
          {message}
        </p>
      ))}
      <input type="hidden" name="id" value={initial.id ?? ''} />
      <p className="govuk-body">
        The secret was shown when the webhook was added. With a new one, what is sent from now on is signed
        with that alone.
      </p>
      <button type="submit" className="govuk-button govuk-button--secondary" disabled={pending}>
        Make a new secret
      </button>
    </form>
  );
}
