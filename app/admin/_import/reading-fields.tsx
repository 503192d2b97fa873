import { SelectField } from '@/app/_ui/form/field';
import { delimiterTerms, encodingTerms } from '@/lib/import/reading';
import type { MappingState } from './mapping-state';

/** How a text of cells is read: as it was found, to be changed where letters or columns come out wrong. */
export function ReadingFields({ draft, errors }: Pick<MappingState, 'draft' | 'errors'>) {
  return (
    <fieldset className="govuk-fieldset pw-section">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">How the file is read</legend>
      <p className="govuk-hint">
        Told from the file. Where letters like é or the columns come out wrong, choose another and read it
        again: what you have filled in stays.
      </p>
      <div className="pw-pair">
        <SelectField
          name="reading.encoding"
          label="Encoding of its letters"
          errors={errors}
          defaultValue={draft['reading.encoding'] ?? ''}
          options={encodingTerms}
        />
        <SelectField
          name="reading.delimiter"
          label="Between columns stands a"
          errors={errors}
          defaultValue={draft['reading.delimiter'] ?? ''}
          options={delimiterTerms}
        />
      </div>
      <button
        type="submit"
        name="intent"
        value="read"
        className="govuk-button govuk-button--secondary pw-last"
      >
        Read the file again
      </button>
    </fieldset>
  );
}
