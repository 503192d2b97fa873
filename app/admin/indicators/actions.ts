'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { checkUser, requireUser, type Refusal, type User } from '@/app/_auth/session';
import { previewIndicator, type IndicatorPreview } from '@/app/_http/indicator-preview';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { readArticle } from '@/db/articles';
import { database } from '@/db/client';
import { nextPosition, readIndicator, writeIndicator } from '@/db/indicators';
import { readSeries } from '@/db/series';
import { textOf } from '@/lib/form-data';
import type { Indicator } from '@/lib/indicators/indicator';
import { readIndicatorDraft, type IndicatorDraft } from '@/lib/indicators/indicator-form';
import { typedDraft, type IndicatorState } from '../_indicators/indicator-state';

/** What only the database knows: whether the series and the article are there. */
async function missingErrors({ series, article }: Indicator): Promise<FieldError[]> {
  const db = database();
  const errors: FieldError[] = [];
  if (series !== null && !(await readSeries(db, series)))
    errors.push({ field: 'series', message: 'Select a series that is there' });
  if (article !== null && !(await readArticle(db, article)))
    errors.push({ field: 'article', message: 'Select an article that is there' });
  return errors;
}

async function readDraft(
  draft: IndicatorDraft,
): Promise<{ indicator: Indicator } | { errors: FieldError[] }> {
  const read = readIndicatorDraft(draft);
  if ('problems' in read) return { errors: read.problems };
  const errors = await missingErrors(read.indicator);
  return errors.length > 0 ? { errors } : read;
}

/** The draft as far as a preview needs it: what it is called and where it comes from does not matter. */
const previewed = (draft: IndicatorDraft): IndicatorDraft => ({
  ...draft,
  slug: 'preview',
  question: 'preview',
  why: 'preview',
  article: '',
  paragraph: '',
  pillar: draft.pillar || 'prevent',
});

export type LivePreview = { preview: IndicatorPreview } | { problem: string } | { refused: Refusal };

/** What the indicator of the form would have said of the past, while it is typed. */
export async function previewIndicatorAction(form: FormData): Promise<LivePreview> {
  const user = await checkUser('indicators.manage');
  if (typeof user === 'string') return { refused: user };
  const read = await readDraft(previewed(typedDraft(form)));
  if ('errors' in read) return { problem: read.errors[0]!.message };
  return { preview: await previewIndicator(database(), read.indicator) };
}

/** Writes the indicator over what was seen, or as a new one; why not, where it was not written. */
async function save(
  indicator: Indicator,
  { stored, seen }: IndicatorState,
  by: User,
): Promise<string | null> {
  const db = database();
  const before = stored === null ? null : await readIndicator(db, stored);
  const place = before ?? { position: await nextPosition(db, indicator.pillar), retired: false };
  const row = { ...indicator, position: place.position, retired: place.retired };
  if (await writeIndicator(db, row, by, stored === null ? 'new' : { seen })) return null;
  return stored === null
    ? 'There is an indicator with this address already'
    : 'Somebody has saved this indicator since you opened it: copy what you changed, and open it again';
}

/** Saves an indicator, or shows what it would have said; answers with the form and every reason why it cannot. */
export async function saveIndicatorAction(before: IndicatorState, form: FormData): Promise<IndicatorState> {
  const draft = typedDraft(form);
  const state: IndicatorState = {
    draft,
    stored: textOf(form, 'stored') || null,
    seen: textOf(form, 'seen'),
    errors: [],
    refused: null,
    preview: null,
    turn: before.turn + 1,
  };
  const user = await checkUser('indicators.manage');
  if (typeof user === 'string') return { ...state, refused: user };
  const isPreview = textOf(form, 'intent') === 'preview';
  const read = await readDraft(isPreview ? previewed(draft) : draft);
  if ('errors' in read) return { ...state, errors: read.errors };
  if (isPreview) return { ...state, preview: await previewIndicator(database(), read.indicator) };
  const refused = await save(read.indicator, state, user);
  if (refused) return { ...state, errors: [{ field: state.stored ? 'question' : 'slug', message: refused }] };
  revalidatePath('/', 'layout');
  redirect(`/admin/indicators?saved=${read.indicator.slug}`);
}

/** Archives an indicator, or watches it again, over the state that was seen. */
export async function archiveIndicatorAction(form: FormData): Promise<void> {
  const user = await requireUser('indicators.manage', '/admin/indicators');
  const db = database();
  const slug = textOf(form, 'slug');
  const retired = textOf(form, 'to') === 'archived';
  const before = await readIndicator(db, slug);
  const { updatedAt: _at, ...row } = before ?? { updatedAt: '' };
  const done =
    before !== null &&
    (await writeIndicator(db, { ...(row as typeof before), retired }, user, { seen: textOf(form, 'seen') }));
  revalidatePath('/', 'layout');
  redirect(
    `/admin/indicators?${done ? (retired ? 'archived' : 'restored') : 'refused'}=${encodeURIComponent(slug)}`,
  );
}
