import type { FieldError } from '@/app/_ui/form/error-summary';
import type { MappingDraft } from '@/lib/import/mapping-form';
import { confidenceTerms, pillarTerms, typeTerms } from '@/lib/vocabulary';

interface Props {
  draft: MappingDraft;
  errors: readonly FieldError[];
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string;
  terms: readonly { code: string; label: string }[];
}

function Choice({ name, label, value, terms }: ChoiceProps) {
  return (
    <select className="govuk-select" id={name} name={name} aria-label={label} defaultValue={value}>
      <option value="">Default</option>
      {terms.map((term) => (
        <option key={term.code} value={term.code}>
          {term.label}
        </option>
      ))}
    </select>
  );
}

function RuleRow({ at, draft, errors }: Props & { at: number }) {
  const name = (key: string): string => `rule.${at}.${key}`;
  const value = (key: string): string => draft[name(key)] ?? '';
  const failed = errors.filter(({ field }) => field.startsWith(`rule.${at}.`));
  const label = (what: string): string => `Rule ${at + 1}: ${what}`;
  return (
    <tr>
      <td>
        {failed.map(({ message }) => (
          <p key={message} className="govuk-error-message">
            {message}
          </p>
        ))}
        <textarea
          className="govuk-textarea"
          id={name('when')}
          name={name('when')}
          aria-label={label('when')}
          rows={Math.max(1, value('when').split('\n').length)}
          defaultValue={value('when')}
        />
      </td>
      <td>
        <Choice name={name('type')} label={label('type')} value={value('type')} terms={typeTerms} />
      </td>
      <td>
        <div className="pw-import-pillars">
          {pillarTerms.map((pillar) => (
            <label key={pillar.code}>
              <input
                type="checkbox"
                name={name('pillars')}
                value={pillar.code}
                defaultChecked={value('pillars').split(' ').includes(pillar.code)}
              />{' '}
              {pillar.label}
            </label>
          ))}
        </div>
      </td>
      <td>
        <Choice
          name={name('confidence')}
          label={label('confidence')}
          value={value('confidence')}
          terms={confidenceTerms}
        />
      </td>
      <td>
        <input
          className="govuk-input"
          id={name('skip')}
          name={name('skip')}
          aria-label={label('leave out because')}
          defaultValue={value('skip')}
        />
      </td>
    </tr>
  );
}

/** The rules by which rows get type and pillars, each to be changed; two blank ones at the end. Saving adds more. */
export function RulesTable({ draft, errors }: Props) {
  const count = Math.min(300, Number(draft.rules) || 0);
  return (
    <div className="pw-import-rules" tabIndex={0} role="region" aria-label="Rules">
      <input type="hidden" name="rules" value={count} />
      <table className="govuk-table pw-table">
        <thead>
          <tr>
            <th scope="col">When (column = value | value, a line each)</th>
            <th scope="col">Type</th>
            <th scope="col">Pillars</th>
            <th scope="col">Confidence</th>
            <th scope="col">Or leave the row out, because</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, i) => (
            <RuleRow key={i} at={i} draft={draft} errors={errors} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
