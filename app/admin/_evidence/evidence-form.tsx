'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { RefusedLine } from '@/app/_ui/form/refused-line';
import { bearingTerms, standingTerms } from '@/lib/evidence/evidence';
import { labelOf } from '@/lib/vocabulary';
import { saveEvidenceAction } from '../evidence/actions';
import type { EvidenceState } from './evidence-state';

interface Props {
  heading: string;
  initial: EvidenceState;
  /** The questions that can be chosen. */
  questions: readonly { code: string; label: string }[];
}

/** What holds already for this question and event. */
function StandingEntry({ standing }: EvidenceState) {
  if (!standing) return null;
  return (
    <div className="govuk-inset-text">
      Now recorded by {standing.by}: <strong>{labelOf(bearingTerms, standing.bearing)}</strong>.{' '}
      {standing.note} Saving puts the new entry in its place; both stay in the history.
    </div>
  );
}

function Fields({ draft, errors, standing, questions }: EvidenceState & Pick<Props, 'questions'>) {
  return (
    <>
      <SelectField
        name="indicator"
        label="Question"
        errors={errors}
        defaultValue={draft.indicator}
        options={questions}
        empty="Select a question"
      />
      <TextField
        name="event"
        label="Event"
        hint="The address of its page, or the last part of it"
        errors={errors}
        defaultValue={draft.event}
        autoComplete="off"
      />
      <Choices
        name="bearing"
        legend="How it bears on the question"
        kind="radio"
        terms={standing ? bearingTerms : standingTerms}
        chosen={[draft.bearing]}
        errors={errors}
      />
      <TextAreaField
        name="note"
        label="Note"
        hint="Why, as readers will see it. 500 characters at most."
        errors={errors}
        defaultValue={draft.note}
        rows={3}
      />
    </>
  );
}

/** The form of a link from an event to a question: how it bears on it, and why. Works without scripts. */
export function EvidenceForm({ heading, initial, questions }: Props) {
  const [state, action, pending] = useActionState(saveEvidenceAction, initial);
  const { errors } = state;
  return (
    <form action={action} noValidate className="pw-series-form">
      <FormTitle page={heading} errors={errors} />
      <ErrorSummary errors={errors} />
      <h1 className="pw-heading">{heading}</h1>
      <RefusedLine refused={state.refused} what="link events to questions" />
      <StandingEntry {...state} />
      <input type="hidden" name="standing" value={state.standing?.id ?? 0} />
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <div key={state.turn}>
        <Fields {...state} questions={questions} />
      </div>
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </button>
    </form>
  );
}
