'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser, requireUser, type User } from '@/app/_auth/session';
import { lookOnce, planOf } from '@/app/_http/import-data';
import { asksToRead, readAnew } from '@/app/_http/import-reading';
import { startApply, startCheck, startUndo } from '@/app/_http/import-jobs';
import { applyRefusal, moverOf, undoRefusal } from '@/app/_http/import-rights';
import { knownSet, madeSet } from '@/app/_http/import-sets';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { allowHeld } from '@/db/import/findings';
import {
  cancelImport,
  discardImport,
  keepMapping,
  planImport,
  readImport,
  reopenImport,
  setNewStatus,
  type ImportView,
} from '@/db/import/imports';
import { jobProblemWords } from '@/db/import/job-problem';
import { textOf, textsOf } from '@/lib/form-data';
import { draftFromForm, mappingFromDraft } from '@/lib/import/mapping-form';
import { shapeOf, type FileLook } from '@/lib/import/plan-file';
import { arranged, focusAfter } from '@/lib/import/rules-form';
import { removeUpload } from '@/lib/import/upload-folder';
import { may } from '@/lib/permissions';
import { statuses } from '@/lib/vocabulary';
import type { MappingState } from '../_import/mapping-state';

const HERE = '/admin/import';
const idOf = (form: FormData): number => Number(textOf(form, 'id')) || 0;

/** The set that was chosen, made where it is new; or what is wrong with it, by the names of the form. */
async function setOf(
  form: FormData,
  found: ImportView,
  by: User,
): Promise<{ key: string } | { errors: FieldError[] }> {
  const key = textOf(form, 'set');
  const given = (name: string): string => textOf(form, `newSet.${name}`);
  const set =
    key === ''
      ? await madeSet(
          {
            title: given('title'),
            attribution: given('attribution'),
            licence: given('licence'),
            url: given('url'),
          },
          found.fileName,
          by,
        )
      : await knownSet(key, by);
  if ('key' in set) return set;
  return { errors: set.errors.map((one) => ({ ...one, field: one.field ? `newSet.${one.field}` : 'set' })) };
}

async function planned(
  state: MappingState,
  form: FormData,
  found: ImportView,
  look: FileLook,
  by: User,
): Promise<FieldError[]> {
  const { mapping: base } = await planOf(found, look);
  // The rules of the form are of the version that was seen, whatever has been saved since.
  const rulesVersion = Number(textOf(form, 'rulesVersion')) || 0;
  const read = mappingFromDraft(state.draft, { ...base, rulesVersion });
  const errors = 'errors' in read ? read.errors : [];
  const set = await setOf(form, found, by);
  if ('errors' in set) errors.push(...set.errors);
  if (errors.length > 0 || 'errors' in read || 'errors' in set) return errors;
  const mapping = { ...read.mapping, defaults: { ...read.mapping.defaults, sourceSet: set.key } };
  const plan = { mapping, sourceSet: set.key, newStatus: found.newStatus };
  if (!(await planImport(database(), found.id, plan, by)))
    return [
      {
        field: 'set',
        message: 'Somebody has taken this import further since you opened it: reload the page',
      },
    ];
  await keepMapping(database(), shapeOf(look.columns), plan, by.id);
  return [];
}

/** Keeps the mapping and shows what it makes of the first rows, or starts to check the whole file by it. */
export async function saveMappingAction(before: MappingState, form: FormData): Promise<MappingState> {
  const state: MappingState = {
    ...before,
    id: idOf(form),
    draft: draftFromForm(form),
    errors: [],
    focus: '',
    turn: before.turn + 1,
  };
  const user = await checkUser('imports.run');
  if (typeof user === 'string') return { ...state, refused: user };
  const intent = textOf(form, 'intent');
  const moved = arranged(state.draft, intent);
  if (moved) return { ...state, draft: moved, focus: focusAfter(intent, moved) };
  const found = await readImport(database(), state.id);
  if (!found?.storedAs)
    return {
      ...state,
      errors: [{ field: 'set', message: 'This file is not here any more: upload it again' }],
    };
  try {
    const look = await lookOnce(found);
    if (asksToRead(state.draft, look)) {
      const { draft, errors } = await readAnew(found, state.draft, look, user);
      revalidatePath(`${HERE}/${found.id}`);
      return { ...state, draft, errors, focus: errors.length > 0 ? '' : 'reading.encoding' };
    }
    const errors = await planned(state, form, found, look, user);
    if (errors.length > 0) return { ...state, errors };
  } catch (error) {
    const words = jobProblemWords(error);
    if (words === null) throw error;
    return { ...state, errors: [{ field: 'set', message: words }] };
  }
  if (intent === 'check') await startCheck(found.id);
  redirect(`${HERE}/${found.id}${intent === 'check' ? '' : '#sample'}`);
}

/** Stops what runs. */
export async function cancelAction(form: FormData): Promise<void> {
  const id = idOf(form);
  await requireUser('imports.run', `${HERE}/${id}`);
  await cancelImport(database(), id);
  redirect(`${HERE}/${id}`);
}

/** Runs a job again whose process has died. */
export async function restartAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  const found = await readImport(database(), id);
  if (found?.state === 'checking') await startCheck(id);
  const who = moverOf(user.id, may(user.role, 'events.publish'));
  if (found?.state === 'applying' && !(await applyRefusal(found, who, found.newStatus)))
    await startApply(id, user);
  if (found?.state === 'undoing' && !(await undoRefusal(found, who))) await startUndo(id, user);
  redirect(`${HERE}/${id}`);
}

/** Back to the mapping. */
export async function reopenAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  await reopenImport(database(), id, user);
  redirect(`${HERE}/${id}`);
}

/** Says which of the held events that are on the page, or whether all of them, are others than they look like. */
export async function allowAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  const found = await readImport(database(), id);
  if (found?.state === 'checked') {
    const numbers = (name: string): number[] => textsOf(form, name).map(Number).filter(Number.isSafeInteger);
    const intent = textOf(form, 'intent');
    const allow = numbers('allow');
    const said =
      intent === 'all' || intent === 'none'
        ? ({ among: 'all', allow: intent } as const)
        : { among: [...numbers('shown'), ...allow], allow };
    await allowHeld(database(), id, said, user);
  }
  redirect(`${HERE}/${id}#held`);
}

/** Writes what was checked. Who may not publish, or not their own work, brings it in for review, whatever the form says. */
export async function confirmAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  const asked = statuses.find((one) => one === textOf(form, 'status') && one !== 'archived');
  const who = moverOf(user.id, may(user.role, 'events.publish'));
  const status = who.publishes && !who.fourEyes ? (asked ?? 'in_review') : 'in_review';
  const found = await readImport(database(), id);
  // The page says why.
  if (!found || (await applyRefusal(found, who, status))) redirect(`${HERE}/${id}`);
  await setNewStatus(database(), id, status);
  await startApply(id, user);
  revalidatePath('/', 'layout');
  redirect(`${HERE}/${id}`);
}

/** Takes an import back. */
export async function undoAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  const found = await readImport(database(), id);
  const allowed = found && !(await undoRefusal(found, moverOf(user.id, may(user.role, 'events.publish'))));
  if (textOf(form, 'sure') === 'yes' && allowed) await startUndo(id, user);
  revalidatePath('/', 'layout');
  redirect(`${HERE}/${id}${textOf(form, 'sure') === 'yes' ? '' : '?sure=1#undo'}`);
}

/** Forgets a file that was not imported. */
export async function discardAction(form: FormData): Promise<void> {
  const id = idOf(form);
  const user = await requireUser('imports.run', `${HERE}/${id}`);
  await removeUpload(await discardImport(database(), id, user));
  redirect(HERE);
}
