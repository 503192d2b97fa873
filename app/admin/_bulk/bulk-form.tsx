import type { ReactNode } from 'react';
import { bulkOptions } from '@/lib/bulk-change';

interface Props {
  /** The selection, as it goes on to the preview. */
  selection: readonly (readonly [name: string, value: string])[];
  code: string;
  tag: string;
  to: string;
  /** What is wrong, and with which field. */
  problem: { problem: string; field: string } | null;
}

const tagFields = [
  { name: 'tag', label: 'Tag, to add, remove or replace' },
  { name: 'to', label: 'New tag, where it is replaced' },
] as const;

/** A label, what is wrong with the field, and the field. */
function Labelled({
  name,
  label,
  problem,
  children,
}: Pick<Props, 'problem'> & { name: string; label: string; children: ReactNode }) {
  const wrong = problem?.field === name;
  return (
    <div className={wrong ? 'govuk-form-group--error' : undefined}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      {wrong && (
        <p className="govuk-error-message" id={`${name}-error`}>
          <span className="govuk-visually-hidden">Error:</span> {problem.problem}
        </p>
      )}
      {children}
    </div>
  );
}

/** What to do to the selected events: a plain GET form, so that the address holds the preview. */
export function BulkForm({ selection, code, problem, ...texts }: Props) {
  const described = (name: string) => (problem?.field === name ? `${name}-error` : undefined);
  return (
    <form method="get" action="/admin/events/bulk" className="pw-admin-search">
      {selection.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Labelled name="do" label="What to do" problem={problem}>
        <select
          className="govuk-select"
          id="do"
          name="do"
          defaultValue={code}
          key={code}
          aria-describedby={described('do')}
        >
          <option value="">Choose</option>
          {bulkOptions.map(({ group, options }) => (
            <optgroup key={group} label={group}>
              {options.map((option) => (
                <option key={option.code} value={option.code}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Labelled>
      {tagFields.map(({ name, label }) => (
        <Labelled key={name} {...{ name, label, problem }}>
          <input
            className="govuk-input"
            id={name}
            name={name}
            defaultValue={texts[name]}
            maxLength={40}
            key={texts[name]}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={described(name)}
          />
        </Labelled>
      ))}
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Preview
      </button>
    </form>
  );
}
