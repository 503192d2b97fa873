import type { ImportView } from '@/db/import/imports';
import { countOf, formatCount } from '@/lib/numbers';
import { statusTerms } from '@/lib/vocabulary';
import { confirmAction, discardAction, reopenAction, restartAction, undoAction } from '../import/actions';

type Action = (form: FormData) => Promise<void>;

function OneButton({
  id,
  action,
  words,
  quiet,
}: {
  id: number;
  action: Action;
  words: string;
  quiet?: boolean;
}) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className={quiet ? 'pw-link-button' : 'govuk-button govuk-button--secondary pw-last'}
      >
        {words}
      </button>
    </form>
  );
}

/** Going on with a job whose process has died, or back to the mapping. */
export function StoppedButtons({ id, state }: Pick<ImportView, 'id' | 'state'>) {
  return (
    <>
      <p className="pw-banner pw-banner--refused" role="alert">
        It was stopped in the middle, since the server was, or its process for imports: nothing of it is in
        the record.
      </p>
      <div className="pw-import-buttons">
        <OneButton id={id} action={restartAction} words="Run it again" />
        {state !== 'undoing' && <OneButton id={id} action={reopenAction} words="Back to the mapping" quiet />}
      </div>
    </>
  );
}

/** Writing what was checked: the one step that changes the record. */
export function ConfirmForm({
  row,
  mayPublish,
  allowed,
  refused,
}: {
  row: ImportView;
  mayPublish: boolean;
  allowed: number;
  /** Why this person cannot confirm it. */
  refused: string | null;
}) {
  const { id, counts, newStatus } = row;
  const added = (counts?.events.new ?? 0) + allowed;
  const changed = counts?.events.changed ?? 0;
  const nothing = added + changed === 0;
  return (
    <div className="pw-import-confirm">
      {nothing && <p className="govuk-body">There is nothing to write: the record has what the file has.</p>}
      {!nothing && refused && <p className="pw-banner pw-banner--refused">{refused}</p>}
      {!nothing && !refused && (
        <form action={confirmAction}>
          <input type="hidden" name="id" value={id} />
          {mayPublish ? (
            <div className="govuk-form-group">
              <label className="govuk-label pw-label" htmlFor="status">
                New events come in as
              </label>
              <select className="govuk-select" id="status" name="status" defaultValue={newStatus}>
                {statusTerms
                  .filter(({ code }) => code !== 'archived')
                  .map(({ code, label }) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
              </select>
            </div>
          ) : (
            <p className="govuk-body">New events come in for review: a reviewer publishes them.</p>
          )}
          <button type="submit" className="govuk-button pw-last">
            {[
              added > 0 && `Add ${countOf(added, 'event')}`,
              changed > 0 && `${added > 0 ? 'change' : 'Change'} ${changed}`,
            ]
              .filter(Boolean)
              .join(' and ')}
          </button>
        </form>
      )}
      <div className="pw-import-buttons">
        <OneButton id={id} action={reopenAction} words="Change the mapping" />
        <OneButton id={id} action={discardAction} words="Discard this file" quiet />
      </div>
    </div>
  );
}

/** Discarding a file before it is mapped. */
export const DiscardButton = ({ id }: { id: number }) => (
  <OneButton id={id} action={discardAction} words="Discard this file" quiet />
);

/** Taking an import back, asked twice. */
export function UndoForm({ id, sure }: { id: number; sure: boolean }) {
  return (
    <section id="undo" className="pw-import-undo">
      <h2 className="govuk-heading-m">Take it back</h2>
      <p className="govuk-body">
        Events that this import added are archived; those that it changed are put back as they were, as a new
        version. What people have edited since stays, and so does the history.
      </p>
      <form action={undoAction}>
        <input type="hidden" name="id" value={id} />
        {sure && <input type="hidden" name="sure" value="yes" />}
        <button
          type="submit"
          className={`govuk-button ${sure ? 'govuk-button--warning' : 'govuk-button--secondary'} pw-last`}
        >
          {sure ? 'Yes, undo the whole import' : 'Undo this import'}
        </button>
      </form>
    </section>
  );
}

/** What undoing an import did. */
export function UndoneLine({ archived, putBack, left }: { archived: number; putBack: number; left: number }) {
  return (
    <p className="govuk-inset-text">
      Taken back: {countOf(archived, 'event')} archived, {formatCount(putBack)} put back as before
      {left > 0 && `, ${formatCount(left)} left, since people or other imports have changed them`}.
    </p>
  );
}
