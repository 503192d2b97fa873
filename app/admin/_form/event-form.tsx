'use client';

import { useActionState, useEffect } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { saveEventAction, type FormState } from '../events/actions';
import { EventFields, type FormChoices } from './event-fields';
import { DuplicateNotice, StaleNotice } from './notices';

interface Props {
  heading: string;
  initial: FormState;
  choices: FormChoices;
}

/** The form of a new or a stored event. Every button submits it, so that it works the same without scripts. */
export function EventForm({ heading, initial, choices }: Props) {
  const [state, action, pending] = useActionState(saveEventAction, initial);
  const { draft, errors, turn, focus } = state;
  const notice = state.stale ? 'stale' : state.duplicates.length > 0 ? 'duplicates' : null;
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus();
    else if (notice) document.getElementById(notice)?.scrollIntoView();
  }, [turn, focus, notice]);
  useEffect(() => {
    document.title = `${errors.length > 0 ? 'Error: ' : ''}${heading} – Pillarwatch`;
  }, [errors, heading]);
  return (
    <form action={action} noValidate className="pw-event-form">
      {/* Enter in a field presses the first button of a form: that must be Save, not a Remove further down. */}
      <button
        type="submit"
        name="intent"
        value="save"
        className="pw-default-button"
        tabIndex={-1}
        aria-hidden="true"
      >
        Save
      </button>
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">{heading}</h1>
      <StaleNotice stale={state.stale} />
      <DuplicateNotice duplicates={state.duplicates} />
      <input type="hidden" name="slug" value={state.slug ?? ''} />
      <input type="hidden" name="version" value={state.version} />
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <EventFields key={turn} {...{ draft, errors, choices }} />
      <button type="submit" name="intent" value="save" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </button>
    </form>
  );
}
