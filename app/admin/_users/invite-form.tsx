'use client';

import { useActionState } from 'react';
import { Choices } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { TextField } from '@/app/_ui/form/field';
import { FormTitle } from '@/app/_ui/form/form-title';
import { userRoleTerms } from '@/app/_ui/user-role-terms';
import { inviteAction, type InviteState } from '../users/actions';
import { PassedLink } from './passed-link';

/** Name, address and role of a new person. */
export function InviteForm() {
  const [{ name, email, role, errors, passed }, action, pending] = useActionState<InviteState, FormData>(
    inviteAction,
    {
      name: '',
      email: '',
      role: '',
      errors: [],
    },
  );
  return (
    <form action={action} noValidate>
      <FormTitle page="Invite a person" errors={errors} />
      <ErrorSummary errors={errors} />
      {passed && <PassedLink passed={passed} />}
      <h1 className="pw-heading">Invite {passed ? 'another' : 'a'} person</h1>
      <TextField
        name="name"
        label="Name"
        autoComplete="off"
        errors={errors}
        defaultValue={name}
        key={`n${name}`}
        width="govuk-input--width-20"
      />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="off"
        spellCheck={false}
        errors={errors}
        defaultValue={email}
        key={`e${email}`}
        width="govuk-input--width-20"
      />
      <Choices name="role" legend="Role" kind="radio" terms={userRoleTerms} chosen={[role]} errors={errors} />
      <button type="submit" className="govuk-button" disabled={pending}>
        {pending ? 'Inviting…' : 'Invite'}
      </button>
    </form>
  );
}
