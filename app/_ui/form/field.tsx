import type { InputHTMLAttributes, ReactNode } from 'react';
import type { FieldError } from './error-summary';

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  invalid: boolean;
}

interface FieldProps {
  /** Name and id of the control. */
  name: string;
  label: string;
  hint?: ReactNode;
  errors: readonly FieldError[];
  children: (wiring: Wiring) => ReactNode;
}

/** Label, hint, error and ARIA of one control, wired once (GOV.UK form group). */
export function Field({ name, label, hint, errors, children }: FieldProps) {
  const error = errors.find((one) => one.field === name);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label className="govuk-label pw-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="govuk-error-message" id={`${name}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {error.message}
        </p>
      )}
      {children({ id: name, 'aria-describedby': described || undefined, invalid: Boolean(error) })}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> &
  InputHTMLAttributes<HTMLInputElement> & { width?: string; action?: ReactNode };

/** One line of text. */
export function TextField({ name, label, hint, errors, width = '', ...input }: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, errors }}>
      {({ invalid, ...wiring }) => (
        <input
          className={`govuk-input ${width} ${invalid ? 'govuk-input--error' : ''}`}
          name={name}
          type="text"
          {...wiring}
          {...input}
        />
      )}
    </Field>
  );
}

type TextAreaProps = Omit<FieldProps, 'children'> & { defaultValue: string; rows?: number };

/** Several lines of text. */
export function TextAreaField({ name, label, hint, errors, defaultValue, rows = 3 }: TextAreaProps) {
  return (
    <Field {...{ name, label, hint, errors }}>
      {({ invalid, ...wiring }) => (
        <textarea
          className={`govuk-textarea ${invalid ? 'govuk-textarea--error' : ''}`}
          name={name}
          rows={rows}
          defaultValue={defaultValue}
          {...wiring}
        />
      )}
    </Field>
  );
}

type SelectProps = Omit<FieldProps, 'children'> & {
  defaultValue: string;
  options: readonly { code: string; label: string }[];
  empty?: string;
};

/** One of a list that is too long for radios, or stands in a repeated group. */
export function SelectField({ name, label, hint, errors, defaultValue, options, empty }: SelectProps) {
  return (
    <Field {...{ name, label, hint, errors }}>
      {({ invalid, ...wiring }) => (
        <select
          className={`govuk-select ${invalid ? 'govuk-select--error' : ''}`}
          name={name}
          defaultValue={defaultValue}
          key={defaultValue}
          {...wiring}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ code, label: words }) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
