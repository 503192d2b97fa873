import { draftFromForm, groupKeys, withGroupChange, type Group } from '@/lib/event-draft';
import { textOf } from '@/lib/form-data';
import { withPastedSource } from '@/lib/paste/pasted-source';
import { formState, type FormState } from './form-state';

/** What was typed, as the state of a form that nothing is said of yet. */
export function stateFromForm(before: FormState | undefined, form: FormData): FormState {
  const slug = textOf(form, 'slug');
  const event = slug ? { slug, version: Number(textOf(form, 'version')) || 0 } : null;
  const intent = textOf(form, 'intent');
  return {
    ...formState(draftFromForm(form), event),
    key: textOf(form, 'key'),
    paste: textOf(form, 'paste'),
    another: intent === 'save-another' || (intent === 'save-anyway' && textOf(form, 'another') !== ''),
    turn: (Number(before?.turn) || 0) + 1,
  };
}

/** The form after a button that saves nothing: add:sources, remove:sources:2, fill; null for other buttons. */
export function answeredIntent(intent: string, state: FormState): FormState | null {
  if (intent === 'fill') {
    const { draft, row, filled, guessed, left } = withPastedSource(state.draft, state.paste);
    const focus = row === null ? 'paste' : `sources.${row}.title`;
    return { ...state, draft, focus, paste: left, pasted: { row, filled, guessed } };
  }
  const [, verb, group, row] = /^(add|remove):([a-zA-Z]+)(?::(\d{1,2}))?$/.exec(intent) ?? [];
  if (!verb || !group || !Object.hasOwn(groupKeys, group)) return null;
  const draft = withGroupChange(state.draft, group as Group, verb === 'add' ? 'add' : Number(row));
  const last = draft[group as Group].length - 1;
  const first = groupKeys[group as Group][0];
  return { ...state, draft, focus: verb === 'add' ? `${group}.${last}.${first}` : `add-${group}` };
}
