import type { ReactNode } from 'react';
import type { Term } from '@/lib/vocabulary';
import type { FieldError } from './error-summary';

interface Props {
  name: string;
  legend: string;
  hint?: ReactNode;
  kind: 'radio' | 'checkbox';
  terms: readonly Term[];
  chosen: readonly string[];
  errors: readonly FieldError[];
}

/** Radios or checkboxes with each word's definition as its hint (GOV.UK fieldset). */
export function Choices({ name, legend, hint, kind, terms, chosen, errors }: Props) {
  const error = errors.find((one) => one.field === name);
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset className="govuk-fieldset" aria-describedby={described || undefined}>
        <legend className="govuk-fieldset__legend pw-label">{legend}</legend>
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
        <div className={`${block} ${block}--small pw-choices`}>
          {terms.map(({ code, label, definition }, i) => {
            // The first control carries the field's own id, so that the error summary leads to it.
            const id = i === 0 ? name : `${name}-${code}`;
            const checked = chosen.includes(code);
            return (
              <div key={code} className={`${block}__item`}>
                <input
                  className={`${block}__input`}
                  id={id}
                  name={name}
                  type={kind}
                  value={code}
                  defaultChecked={checked}
                  key={String(checked)}
                  aria-describedby={`${id}-item-hint`}
                />
                <label className={`govuk-label ${block}__label`} htmlFor={id}>
                  {label}
                </label>
                <div className={`govuk-hint ${block}__hint`} id={`${id}-item-hint`}>
                  {definition}
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
