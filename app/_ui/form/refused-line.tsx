import type { Refusal } from '@/app/_auth/session';

/** Why nothing was saved, where the account may not: what was typed stays in the form. `what` follows "may not". */
export function RefusedLine({ refused, what }: { refused: Refusal | null; what: string }) {
  if (!refused) return null;
  return (
    <p className="govuk-error-message" role="alert">
      {refused === 'signed-out'
        ? 'Not saved: you have been signed out. Sign in again in another tab, come back and save.'
        : `Not saved: your account may not ${what}.`}
    </p>
  );
}
