'use server';

import { notFound, redirect } from 'next/navigation';
import { checkUser } from '@/app/_auth/session';
import { previewOnFile } from '@/app/_http/rules-preview';
import { database } from '@/db/client';
import { currentRules, saveRules } from '@/db/import/preset-rules';
import { textOf } from '@/lib/form-data';
import { draftFromForm } from '@/lib/import/mapping-form';
import { presets, shippedRules } from '@/lib/import/presets';
import { bookDraft, bookFromDraft } from '@/lib/import/rule-book-form';
import { arranged, focusAfter } from '@/lib/import/rules-form';
import { rulesState, type RulesState } from '../_import/rules-state';

/** Changes the form, shows what its rules would do, or keeps them; answers with the form and every reason why it cannot. */
export async function saveRulesAction(before: RulesState, form: FormData): Promise<RulesState> {
  const key = textOf(form, 'preset');
  const intent = textOf(form, 'intent');
  const draft = draftFromForm(form);
  const seen = Number(textOf(form, 'seen')) || 0;
  const state = { ...rulesState(key, seen, draft), turn: before.turn + 1 };
  const user = await checkUser('vocabulary.manage');
  if (typeof user === 'string') return { ...state, refused: user };
  const preset = presets.find((one) => one.key === key);
  if (!preset) notFound();
  const moved = arranged(draft, intent);
  if (moved) return { ...state, draft: moved, focus: focusAfter(intent, moved) };
  if (intent === 'reset')
    return {
      ...state,
      draft: bookDraft(shippedRules(preset)),
      done: 'These are the rules that come with the product. They hold once you save them.',
    };
  const read = bookFromDraft(draft);
  if ('errors' in read) return { ...state, errors: read.errors };
  if (intent !== 'save')
    return { ...state, preview: await previewOnFile(database(), preset, read.book), focus: 'preview' };
  const version = await saveRules(database(), preset, read.book, { seen, by: user });
  if (version === null) {
    const newer = (await currentRules(database())).get(preset.key)!;
    return { ...state, newer, focus: 'newer' };
  }
  redirect(`/admin/import-rules/${preset.key}?saved=${version}`);
}
