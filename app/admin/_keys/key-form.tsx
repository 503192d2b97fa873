'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { SelectField, TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { ShownOnce } from '@/app/_ui/shown-once';
import { keyLives, keyScopes } from '@/lib/api/key-scopes';
import { createKeyAction, type KeyState } from '../keys/actions';

const start: KeyState = { name: '', ownerId: '', scopes: [], days: '', errors: [] };

/** The secret of a key, shown once. */
function MadeKey({ made: { name, secret } }: { made: NonNullable<KeyState['made']> }) {
  return (
    <ShownOnce
      title={`Key for ${name}`}
      before="Copy it now and keep it as you keep a password:"
      value={secret}
      after="It is not shown again: if it is lost, revoke it and make a new one."
    />
  );
}

/** Name, owner, scopes and life of a new key. */
export function KeyForm({ owners }: { owners: readonly { id: string; name: string; email: string }[] }) {
  const [{ name, ownerId, scopes, days, errors, made }, action, pending] = useActionState(
    createKeyAction,
    start,
  );
  const people = owners.map((one) => ({ code: one.id, label: `${one.name} (${one.email})` }));
  return (
    <form action={action} noValidate>
      <FormTitle page="Make a key" errors={errors} />
      <ErrorSummary errors={errors} />
      {made && <MadeKey made={made} />}
      <h1 className="pw-heading">Make {made ? 'another' : 'a'} key</h1>
      <TextField
        name="name"
        label="Name"
        hint="The program that will use it. The audit trail names it beside all that it writes."
        autoComplete="off"
        errors={errors}
        defaultValue={name}
        key={`n${name}`}
        width="govuk-input--width-20"
      />
      <SelectField
        name="ownerId"
        label="Who answers for it"
        hint="The key can do no more than this person may."
        errors={errors}
        defaultValue={ownerId}
        options={people}
        empty="Select a person"
        key={`o${ownerId}`}
      />
      <Choices
        name="scopes"
        legend="What it may do"
        hint="Nothing is needed to read what is published."
        kind="checkbox"
        terms={keyScopes}
        chosen={scopes}
        errors={errors}
      />
      <SelectField
        name="days"
        label="How long it holds"
        errors={errors}
        defaultValue={days}
        options={keyLives}
        empty="Select a time"
        key={`d${days}`}
      />
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Making…' : 'Make the key'}
      </button>
    </form>
  );
}
