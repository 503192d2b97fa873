'use client';

import { useActionState } from 'react';
import { Banner } from '@/app/_ui/banner';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { nameAction, type NameState } from '../actions';

/** One's own name, as others see it beside what one writes. */
export function NameForm({ name }: { name: string }) {
  const [state, action] = useActionState<NameState, FormData>(nameAction, { name, errors: [] });
  return (
    <form action={action} noValidate>
      <FormTitle page="Your account" errors={state.errors} />
      <ErrorSummary errors={state.errors} />
      {state.done && <Banner of={state}>Name changed</Banner>}
      <TextField
        name="name"
        label="Name"
        hint="Other editors see it beside what you write."
        autoComplete="name"
        errors={state.errors}
        defaultValue={state.name}
        key={state.name}
        width="govuk-input--width-20"
      />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Change name
      </button>
    </form>
  );
}
