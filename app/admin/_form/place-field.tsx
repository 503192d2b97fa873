'use client';

import { useState } from 'react';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { Field } from '@/app/_ui/form/field';

interface Props {
  name: 'region' | 'origin';
  label: string;
  hint: string;
  defaultValue: string;
  errors: readonly FieldError[];
  /** The place as the server understood it, once it has been asked. */
  readAs: string | null;
}

/** A place by typing: the browser offers names, and the server says back which place it understood. */
export function PlaceField({ name, label, hint, defaultValue, errors, readAs }: Props) {
  const [changed, setChanged] = useState(false);
  return (
    <Field {...{ name, label, hint, errors }}>
      {({ invalid, ...wiring }) => (
        <>
          <input
            {...wiring}
            className={`govuk-input govuk-input--width-20 ${invalid ? 'govuk-input--error' : ''}`}
            name={name}
            type="text"
            list="places"
            autoComplete="off"
            defaultValue={defaultValue}
            onChange={() => setChanged(true)}
          />
          {readAs && !changed && <p className="pw-understood">Understood as: {readAs}</p>}
        </>
      )}
    </Field>
  );
}
