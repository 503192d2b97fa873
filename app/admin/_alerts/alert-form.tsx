'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { RefusedLine } from '@/app/_ui/form/refused-line';
import { alertKindTerms, toldTerms } from '@/lib/alerts/alert-subscription';
import type { Term } from '@/lib/vocabulary';
import { saveAlertAction } from '../alerts/actions';
import type { AlertState } from './alert-state';
import { NewSecret } from './new-secret';

interface Props {
  heading: string;
  initial: AlertState;
  /** Every indicator that is watched: its slug, question and pillar. */
  indicators: readonly Term[];
  hasMail: boolean;
}

const hints: Record<string, string> = {
  mail: 'The e-mail address',
  webhook: 'The address of the webhook, beginning with https://',
};

function Fields({
  state,
  indicators,
  hasMail,
}: { state: AlertState } & Pick<Props, 'indicators' | 'hasMail'>) {
  const { errors, id } = state;
  return (
    <>
      {id === null && (
        <Choices
          name="kind"
          legend="How it is sent"
          hint={!hasMail && 'No mail server is set (SMTP_URL): e-mail cannot be sent until one is.'}
          kind="radio"
          terms={alertKindTerms}
          chosen={[state.kind]}
          errors={errors}
        />
      )}
      <TextField
        name="target"
        label="Address"
        hint={
          hints[state.kind] && id !== null
            ? hints[state.kind]
            : 'An e-mail address, or one that begins with https://'
        }
        errors={errors}
        defaultValue={state.target}
        autoComplete="off"
        spellCheck={false}
      />
      <Choices
        name="statuses"
        legend="Which new statuses"
        kind="checkbox"
        terms={toldTerms}
        chosen={state.statuses}
        errors={errors}
      />
      <Choices
        name="indicators"
        legend="Which indicators"
        hint="With none ticked it is all of them, those that are added later too."
        kind="checkbox"
        terms={indicators}
        chosen={state.indicators}
        errors={errors}
      />
    </>
  );
}

/** Who is told of which changes. Works without scripts. */
export function AlertForm({ heading, initial, indicators, hasMail }: Props) {
  const [state, action, pending] = useActionState(saveAlertAction, initial);
  const { errors, id, made } = state;
  return (
    <form action={action} noValidate>
      <FormTitle page={heading} errors={errors} />
      <ErrorSummary errors={errors} />
      {made && <NewSecret made={made} />}
      <h1 className="pw-heading">{made ? 'Add another alert' : heading}</h1>
      <RefusedLine refused={state.refused} what="change alerts" />
      <input type="hidden" name="id" value={id ?? ''} />
      <input type="hidden" name="seen" value={state.seen} />
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <div key={state.turn}>
        <Fields {...{ state, indicators, hasMail }} />
      </div>
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </button>
    </form>
  );
}
