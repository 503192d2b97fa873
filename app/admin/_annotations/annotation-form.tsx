'use client';

import { useActionState } from 'react';
import type { Refusal } from '@/app/_auth/session';
import { EntryForm } from '@/app/_ui/form/entry-form';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { SelectField, TextField } from '@/app/_ui/form/field';
import { pillarTerms } from '@/lib/vocabulary';
import { addAnnotationAction } from '../annotations/actions';

/** What was typed, and what is wrong with it. */
export interface AnnotationState {
  draft: Record<'days' | 'last' | 'text' | 'place' | 'pillar', string>;
  errors: FieldError[];
  refused: Refusal | null;
  turn: number;
}

const initial: AnnotationState = {
  draft: { days: '', last: '', text: '', place: '', pillar: '' },
  errors: [],
  refused: null,
  turn: 0,
};

function Fields({ draft, errors }: AnnotationState) {
  const short = { errors, width: 'govuk-input--width-20', autoComplete: 'off' };
  return (
    <>
      <TextField
        {...short}
        name="days"
        label="Day or span"
        hint="Like 23 March 2020, or March 2020"
        defaultValue={draft.days}
      />
      <TextField
        {...short}
        name="last"
        label="Last day (optional)"
        hint="Where it runs on, like 12 May 2020"
        defaultValue={draft.last}
      />
      <TextField
        name="text"
        label="Note"
        hint="As readers see it under the chart. 200 characters at most."
        errors={errors}
        defaultValue={draft.text}
      />
      <TextField
        {...short}
        name="place"
        label="Place (optional)"
        hint="The note stands on charts of this place, of what lies in it and of what it lies in; on all where empty"
        defaultValue={draft.place}
      />
      <SelectField
        name="pillar"
        label="Pillar"
        errors={errors}
        defaultValue={draft.pillar}
        options={pillarTerms}
        empty="All pillars"
      />
    </>
  );
}

/** The form of a note on the charts. Works without scripts. */
export function AnnotationForm() {
  const [state, action, pending] = useActionState(addAnnotationAction, initial);
  return (
    <EntryForm
      {...{ state, action, pending }}
      what="write notes"
      className="pw-series-form"
      save="Add the note"
    >
      <Fields {...state} />
    </EntryForm>
  );
}
