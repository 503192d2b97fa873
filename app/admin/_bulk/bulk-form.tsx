import { bulkOptions } from '@/lib/bulk-change';

interface Props {
  /** The selection, as it goes on to the preview. */
  selection: readonly (readonly [name: string, value: string])[];
  code: string;
  tag: string;
  problem: string | null;
}

/** What to do to the selected events: a plain GET form, so that the address holds the preview. */
export function BulkForm({ selection, code, tag, problem }: Props) {
  return (
    <form method="get" action="/admin/events/bulk" className="pw-admin-search">
      {selection.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className={problem ? 'govuk-form-group--error' : undefined}>
        <label className="govuk-label" htmlFor="do">
          What to do
        </label>
        {problem && (
          <p className="govuk-error-message" id="do-error">
            <span className="govuk-visually-hidden">Error:</span> {problem}
          </p>
        )}
        <select
          className="govuk-select"
          id="do"
          name="do"
          defaultValue={code}
          key={code}
          aria-describedby={problem ? 'do-error' : undefined}
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
      </div>
      <div>
        <label className="govuk-label" htmlFor="tag">
          Tag, to add or remove one
        </label>
        <input className="govuk-input" id="tag" name="tag" defaultValue={tag} maxLength={40} key={tag} />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Preview
      </button>
    </form>
  );
}
