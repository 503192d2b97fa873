'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { EntryForm } from '@/app/_ui/form/entry-form';
import { TextAreaField, TextField } from '@/app/_ui/form/field';
import { trendTerms } from '@/lib/assessments/assessment';
import { labelOf, pillarTerms } from '@/lib/vocabulary';
import { saveAssessmentAction } from '../assessments/actions';
import type { AssessmentState } from './assessment-state';

/** What holds already for this month, place and pillar. */
function StandingEntry({ standing }: AssessmentState) {
  if (!standing) return null;
  return (
    <div className="govuk-inset-text">
      Now recorded by {standing.by}: <strong>{labelOf(trendTerms, standing.trend)}</strong>. {standing.reason}{' '}
      Saving puts the new entry in its place; both stay in the history.
    </div>
  );
}

function Fields({ draft, errors }: AssessmentState) {
  return (
    <>
      <TextField
        name="month"
        label="Month"
        hint="Like October 2020"
        errors={errors}
        defaultValue={draft.month}
        width="govuk-input--width-10"
        autoComplete="off"
      />
      <TextField
        name="place"
        label="Place"
        hint="A country, a part of the UK, or a UN region"
        errors={errors}
        defaultValue={draft.place}
        width="govuk-input--width-20"
        autoComplete="off"
      />
      <Choices
        name="pillar"
        legend="Pillar"
        kind="radio"
        terms={pillarTerms}
        chosen={[draft.pillar]}
        errors={errors}
      />
      <Choices
        name="trend"
        legend="How it moved"
        hint="Against the month before."
        kind="radio"
        terms={trendTerms}
        chosen={[draft.trend]}
        errors={errors}
      />
      <TextAreaField
        name="reason"
        label="Why"
        hint="One sentence, as readers will see it. 300 characters at most."
        errors={errors}
        defaultValue={draft.reason}
        rows={3}
      />
    </>
  );
}

/** The form of an assessment: which month, place and pillar, how it moved, and why. Works without scripts. */
export function AssessmentForm({ heading, initial }: { heading: string; initial: AssessmentState }) {
  const [state, action, pending] = useActionState(saveAssessmentAction, initial);
  return (
    <EntryForm
      {...{ heading, state, action, pending }}
      what="record assessments"
      className="pw-series-form"
      before={
        <>
          <StandingEntry {...state} />
          <input type="hidden" name="standing" value={state.standing?.id ?? 0} />
        </>
      }
    >
      <Fields {...state} />
    </EntryForm>
  );
}
