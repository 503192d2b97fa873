import { SelectField, TextField } from '@/app/_ui/form/field';
import { KEPT_SETS } from '@/lib/import/report-words';
import { confidenceTerms, pillarTerms, typeTerms } from '@/lib/vocabulary';
import { BRACES, ColumnField, TextOf, type Fields } from './mapping-controls';
import type { MappingState } from './mapping-state';

type Form = Pick<MappingState, 'draft' | 'errors'>;

/** What is cited for each event. */
export function SourceFields(props: Fields) {
  return (
    <div className="pw-pair">
      <TextOf {...props} name="fields.sourceTitle" label="Title of each row’s source" hint={BRACES} />
      <TextOf {...props} name="defaults.sourceTitle" label="Source where a row names none" />
      <TextOf {...props} name="fields.publisher" label="Publisher of each row’s source" />
      <TextOf {...props} name="defaults.publisher" label="Publisher where a row names none" />
      <ColumnField {...props} name="fields.url" label="Web address" />
      <TextOf {...props} name="defaults.url" label="Web address where a row has none" />
      <ColumnField {...props} name="fields.publishedOn" label="Published on" />
      <TextOf {...props} name="defaults.licence" label="Licence" />
    </div>
  );
}

/** The set that the events go to: one that there is, or a new one. */
export function SetFields({
  draft,
  errors,
  sets,
  set,
}: Form & { sets: readonly { key: string; title: string }[]; set: string }) {
  const text = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      errors={errors}
      defaultValue={draft[name] ?? ''}
      key={draft[name]}
    />
  );
  return (
    <>
      <SelectField
        name="set"
        label="Set that the events go to"
        hint={
          sets.some(({ title }) => title === KEPT_SETS)
            ? 'A set can be cited, or left out, as one. Sets that the file names and that are not here yet are made.'
            : 'A set can be cited, or left out, as one'
        }
        errors={errors}
        defaultValue={draft.set ?? set}
        options={sets.map(({ key, title }) => ({ code: key, label: title }))}
        empty="A new set, named below"
      />
      <details className="govuk-details" open={errors.some(({ field }) => field.startsWith('newSet'))}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">A new set</span>
        </summary>
        <div className="govuk-details__text">
          {text('newSet.title', 'Title')}
          {text('newSet.attribution', 'Attribution', 'Whom the data are from, as they want to be named')}
          {text('newSet.licence', 'Licence')}
          {text('newSet.url', 'Web address')}
        </div>
      </details>
    </>
  );
}

/** What an event is where no rule and no column says so. */
export function DefaultFields({ draft, errors }: Form) {
  const chosen = (draft['defaults.pillars'] ?? '').split(' ');
  const error = errors.find(({ field }) => field === 'defaults.pillars');
  return (
    <div className="pw-pair">
      <SelectField
        name="defaults.type"
        label="Type where no rule says one"
        errors={errors}
        defaultValue={draft['defaults.type'] ?? ''}
        options={typeTerms}
      />
      <SelectField
        name="defaults.confidence"
        label="Confidence"
        errors={errors}
        defaultValue={draft['defaults.confidence'] ?? ''}
        options={confidenceTerms}
      />
      <fieldset className="govuk-fieldset pw-import-pillars" id="defaults.pillars">
        <legend className="govuk-fieldset__legend pw-label">Pillars where no rule says one</legend>
        {error && <p className="govuk-error-message">{error.message}</p>}
        {pillarTerms.map(({ code, label }) => (
          <label key={`${code}${draft['defaults.pillars']}`}>
            <input
              type="checkbox"
              name="defaults.pillars"
              value={code}
              defaultChecked={chosen.includes(code)}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
