'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { EntryForm } from '@/app/_ui/form/entry-form';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field';
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
  return (
    <EntryForm
      {...{ heading, state, action, pending }}
      what="link events to questions"
      className="pw-series-form"
      before={
        <>
          <StandingEntry {...state} />
          <input type="hidden" name="standing" value={state.standing?.id ?? 0} />
        </>
      }
    >
      <Fields {...state} questions={questions} />
    </EntryForm>
  );
}
