'use client';

import { useActionState, useEffect } from 'react';
import { Banner } from '@/app/_ui/banner';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { FormTitle } from '@/app/_ui/form/form-title';
import { RefusedLine } from '@/app/_ui/form/refused-line';
import { Link } from '@/app/_ui/link';
import { londonTimeInFull } from '@/lib/london-time';
import { saveRulesAction } from '../import-rules/actions';
import { RulesList } from './rules-list';
import { RulesPreviewPart } from './rules-preview';
import type { RulesState } from './rules-state';
import { RulesHint, RulesTable } from './rules-table';

/** Somebody has saved since: what they saved stands beside what was typed here. */
function Newer({ newer, preset }: Pick<RulesState, 'newer' | 'preset'>) {
  if (!newer) return null;
  return (
    <section className="pw-banner pw-banner--refused" id="newer" tabIndex={-1} role="alert">
      <p>
        Not saved: {newer.savedByName ?? 'someone'} has saved version {newer.version}
        {newer.savedAt && ` on ${londonTimeInFull(newer.savedAt)}`} since you opened this page. What you typed
        is still below: compare it with their rules, then{' '}
        <Link className="govuk-link" href={`/admin/import-rules/${preset}`} target="_blank">
          open theirs to change them (opens in a new tab)
        </Link>
        .
      </p>
      <RulesList {...newer} caption={`Version ${newer.version}, which holds now`} />
    </section>
  );
}

function Buttons({ pending }: { pending: boolean }) {
  return (
    <div className="govuk-button-group">
      <button type="submit" name="intent" value="save" className="govuk-button" disabled={pending}>
        Save the rules
      </button>
      <button
        type="submit"
        name="intent"
        value="preview"
        className="govuk-button govuk-button--secondary"
        disabled={pending}
      >
        Show what they would do
      </button>
      <button
        type="submit"
        name="intent"
        value="reset"
        className="govuk-button govuk-button--secondary"
        disabled={pending}
      >
        Back to the rules of the product
      </button>
    </div>
  );
}

interface Props {
  initial: RulesState;
  title: string;
}

/** The rules of a format, to change. Every button is a plain one, so that it works without scripts. */
export function RulesForm({ initial, title }: Props) {
  const [state, action, pending] = useActionState(saveRulesAction, initial);
  const { draft, errors, focus, turn } = state;
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus();
  }, [focus, turn]);
  return (
    <form action={action} noValidate>
      <FormTitle page={`Import rules: ${title}`} errors={errors} />
      {/* Enter in a field presses the first button of a form: not one that moves a rule. */}
      <button
        type="submit"
        name="intent"
        value="preview"
        className="pw-default-button"
        tabIndex={-1}
        aria-hidden="true"
      >
        Preview
      </button>
      <input type="hidden" name="preset" value={state.preset} />
      <input type="hidden" name="seen" value={state.seen} />
      <ErrorSummary errors={errors} />
      <RefusedLine refused={state.refused} what="change the rules" />
      <Newer {...state} />
      {state.done && <Banner of={turn}>{state.done}</Banner>}
      <p className="govuk-hint">
        <RulesHint />
      </p>
      {/* React empties a form after its action; a new key shows what the answer holds instead. */}
      <RulesTable key={turn} draft={draft} errors={errors} otherwise />
      <Buttons pending={pending} />
      {state.preview && <RulesPreviewPart preview={state.preview} />}
    </form>
  );
}
