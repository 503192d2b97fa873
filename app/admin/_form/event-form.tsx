'use client';

import { useActionState, useEffect, useMemo, type ReactNode } from 'react';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import type { Group } from '@/lib/event-draft';
import { saveEventAction } from '../events/actions';
import { EventFields, type FormChoices } from './event-fields';
import type { FormState } from './form-state';
import { DuplicateNotice, RefusedNotice, StaleNotice } from './notices';
import { KeptNotice } from './kept-notice';
import { PasteBox } from './paste-box';
import { SectionLinks } from './section-links';
import { useKeptDraft } from './use-kept-draft';

interface Props {
  /** What the page is called. */
  page: string;
  /** Its heading, where that does not stand above the form. */
  heading?: string;
  initial: FormState;
  choices: FormChoices;
  /** Whose form it is, by id. */
  user: string;
  /** What stands above the fields: who else is at it, what stands in them. */
  about?: ReactNode;
}

const rowNames: Record<Group, string> = {
  actors: 'Actor',
  measures: 'Measure',
  sources: 'Source',
  externalIds: 'Identifier',
};

/** Errors as the summary has them: where there are several rows, they say in which. */
function summed({ errors, draft }: FormState) {
  return errors.map(({ field, message }) => {
    const [group = '', row] = field.split('.');
    const several = row !== undefined && draft[group as Group].length > 1;
    return {
      field,
      message: several ? `${rowNames[group as Group]} ${Number(row) + 1}: ${message}` : message,
    };
  });
}

/** The notice that came back, by its id; the form takes the reader there. */
function noticeOf(state: FormState): string | null {
  if (state.refused) return 'refused';
  if (state.stale) return 'stale';
  return state.duplicates.length > 0 ? 'duplicates' : null;
}

function SaveButtons({ pending, isNew }: { pending: boolean; isNew: boolean }) {
  return (
    <div className="govuk-button-group pw-save-bar">
      <button type="submit" name="intent" value="save" className="govuk-button" disabled={pending}>
        {pending ? 'Saving…' : 'Save'}
      </button>
      {isNew && (
        <button
          type="submit"
          name="intent"
          value="save-another"
          className="govuk-button govuk-button--secondary"
          disabled={pending}
        >
          Save and add another
        </button>
      )}
    </div>
  );
}

/** The form of a new or a stored event. Every button submits it, so that it works the same without scripts. */
export function EventForm({ page, heading, initial, choices, about, user }: Props) {
  const [state, action, pending] = useActionState(saveEventAction, initial);
  const { form, shown, offers, restore, discard } = useKeptDraft(state, user);
  const { draft, errors, turn, readAs, paste, pasted } = shown;
  const summary = useMemo(() => summed(shown), [shown]);
  const target = shown.focus ?? noticeOf(shown);
  useEffect(() => {
    if (target) document.getElementById(target)?.focus();
  }, [turn, target]);
  return (
    <form ref={form} action={action} noValidate className="pw-event-form">
      <FormTitle page={page} errors={errors} />
      {/* Enter in a field presses the first button of a form: that must be Save, not a Remove further down. */}
      <button
        type="submit"
        name="intent"
        value="save"
        className="pw-default-button"
        tabIndex={-1}
        aria-hidden="true"
      >
        Save
      </button>
      {/* Before the fields, which are sixty stops of the keyboard; beside them on the screen. */}
      <SectionLinks />
      <div className="pw-event-form__fields">
        <ErrorSummary errors={summary} />
        {heading && <h1 className="pw-heading">{heading}</h1>}
        {!shown.stale && about}
        <KeptNotice {...{ offers, restore, discard }} version={state.version} />
        <RefusedNotice refused={shown.refused} />
        <StaleNotice stale={shown.stale} />
        <DuplicateNotice duplicates={shown.duplicates} another={shown.another} />
        <input type="hidden" name="slug" value={shown.slug ?? ''} />
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="key" value={shown.key} />
        {/* React empties a form after its action; a new key shows what the answer holds instead. */}
        <EventFields
          key={`${turn} ${shown.key}`}
          {...{ draft, errors, choices, readAs }}
          pasteBox={<PasteBox {...{ paste, pasted }} />}
        />
        <SaveButtons pending={pending} isNew={state.slug === null} />
      </div>
    </form>
  );
}
