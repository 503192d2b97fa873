'use client';

import { useState } from 'react';
import type { FieldError } from './error-summary';
import { Field } from './field';

interface Props {
  name: string;
  label: string;
  hint: string;
  errors: readonly FieldError[];
  defaultValue: string;
  /** The most characters that it takes; more can be typed, and is refused with words. */
  most: number;
  /** Lines of the box; one line of text where it is not given. */
  rows?: number;
}

const characters = (n: number): string => `${n} character${n === 1 ? '' : 's'}`;

/** Text with a limit that says how much room is left while one types (GOV.UK character count); without scripts, the limit. */
export function CountedField({ name, label, hint, errors, defaultValue, most, rows }: Props) {
  const [length, setLength] = useState(defaultValue.trim().length);
  const left = most - length;
  const words =
    left < 0
      ? `You have ${characters(-left)} too many`
      : `You can enter ${characters(left)}${length > 0 ? ' more' : ''}`;
  const className = (block: string, invalid: boolean): string =>
    `${block} ${invalid || left < 0 ? `${block}--error` : ''}`;
  const common = {
    name,
    defaultValue,
    onChange: (event: { target: { value: string } }) => setLength(event.target.value.trim().length),
  };
  return (
    <Field {...{ name, label, hint, errors }}>
      {({ invalid, ...wiring }) => (
        <>
          {rows === undefined ? (
            <input type="text" className={className('govuk-input', invalid)} {...wiring} {...common} />
          ) : (
            <textarea rows={rows} className={className('govuk-textarea', invalid)} {...wiring} {...common} />
          )}
          <p className={left < 0 ? 'pw-count pw-count--over' : 'pw-count'}>{words}</p>
          {/* Every key would be too much to listen to: only the limit is spoken. */}
          <span className="govuk-visually-hidden" role="status">
            {left < 0 && `Too long: the limit is ${characters(most)}`}
          </span>
        </>
      )}
    </Field>
  );
}
