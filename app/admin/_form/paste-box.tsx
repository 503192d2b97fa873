import { listed } from '@/lib/listed';
import type { PastedField } from '@/lib/paste/paste-text';
import type { FormState } from './form-state';

const names: Record<PastedField, string> = {
  title: 'title',
  author: 'author',
  publisher: 'publisher',
  publishedOn: 'day of publication',
  accessedOn: 'day on which it was read',
  url: 'web address',
  archiveUrl: 'archived copy',
  page: 'page',
  paragraph: 'paragraph',
  footnote: 'footnote',
};

const inWords = (fields: readonly PastedField[]): string => listed(fields.map((field) => names[field]));

/** What became of a pasted text. */
function Said({ paste, pasted }: Pick<FormState, 'paste' | 'pasted'>) {
  if (!pasted) return null;
  const { row, filled, guessed } = pasted;
  if (row === null)
    return (
      <p className="pw-understood" role="status">
        Nothing in it could be read as a source. Copy its parts into the fields below.
      </p>
    );
  return (
    <p className="pw-understood" role="status">
      Filled in source {row + 1}: {inWords(filled)}.
      {guessed.length > 0 && ` Taken from the address alone, so check: ${inWords(guessed)}.`}
      {paste && ' What could not be read is still in the box.'}
    </p>
  );
}

/** Fills a source from a citation or an address, by its text alone; a plain submit button, so it works without scripts. */
export function PasteBox({ paste, pasted }: Pick<FormState, 'paste' | 'pasted'>) {
  return (
    <div className="pw-paste govuk-form-group">
      <label className="govuk-label pw-label" htmlFor="paste">
        Fill from a pasted citation
      </label>
      <div className="govuk-hint" id="paste-hint">
        A citation in any of the usual styles, a DOI or a web address. Only the text is read: no page is
        fetched.
      </div>
      <textarea
        className="govuk-textarea"
        id="paste"
        name="paste"
        rows={2}
        maxLength={3000}
        defaultValue={paste}
        aria-describedby="paste-hint"
      />
      <Said {...{ paste, pasted }} />
      <button
        type="submit"
        name="intent"
        value="fill"
        className="govuk-button govuk-button--secondary pw-last"
      >
        Fill a source from it
      </button>
    </div>
  );
}
