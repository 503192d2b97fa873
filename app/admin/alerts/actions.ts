'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { refusalWords } from '@/app/_auth/refusal-words';
import { checkUser, requireUser } from '@/app/_auth/session';
import { sealSecret } from '@/app/_http/alert-secret';
import { deliverAlerts } from '@/app/_http/deliver-alerts';
import { retryNow } from '@/db/alert-outbox';
import { queueTest } from '@/db/alert-queue';
import { createAlert, deleteAlert, readAlert, replaceSecret, switchAlert, updateAlert } from '@/db/alerts';
import { database } from '@/db/client';
import { listIndicators } from '@/db/indicators';
import { alertSchema, type Alert } from '@/lib/alerts/alert-subscription';
import { newWebhookSecret } from '@/lib/alerts/webhook-signature';
import type { Author } from '@/lib/author';
import { env } from '@/lib/env';
import { textOf, textsOf } from '@/lib/form-data';
import { fieldErrors } from '@/lib/user-form';
import type { AlertState } from '../_alerts/alert-state';

const LIST = '/admin/alerts';

/** The number of an alert, as a form or an address names it; 0, which none has, where it is no number. */
const idOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** Adds an alert; a webhook's secret comes back with the form, which is the only time that it is shown. */
async function add(given: Alert, state: AlertState, by: Author): Promise<AlertState> {
  const secret = given.kind === 'webhook' ? newWebhookSecret() : null;
  const id = await createAlert(database(), given, secret && (await sealSecret(secret)), by);
  revalidatePath(LIST);
  if (secret === null) redirect(`${LIST}?saved=${id}`);
  return {
    ...state,
    kind: '',
    target: '',
    indicators: [],
    statuses: ['high', 'raised'],
    made: { id, secret },
  };
}

/** Saves an alert; the form comes back with what was typed and every reason why it cannot be saved. */
export async function saveAlertAction(before: AlertState, form: FormData): Promise<AlertState> {
  const id = idOf(textOf(form, 'id'));
  const state: AlertState = {
    kind: textOf(form, 'kind'),
    target: textOf(form, 'target'),
    indicators: textsOf(form, 'indicators'),
    statuses: textsOf(form, 'statuses'),
    id: id || null,
    seen: textOf(form, 'seen'),
    errors: [],
    refused: null,
    made: null,
    turn: before.turn + 1,
  };
  const user = await checkUser('alerts.manage');
  if (typeof user === 'string') return { ...state, refused: user };
  const db = database();
  const stored = id ? await readAlert(db, id) : null;
  // How it is sent stays: a secret belongs to an address.
  const parsed = alertSchema(env().WEBHOOK_ADDRESSES).safeParse({
    ...state,
    kind: stored?.kind ?? state.kind,
  });
  if (!parsed.success) return { ...state, errors: fieldErrors(parsed.error) };
  const known = new Set((await listIndicators(db, true)).map(({ slug }) => slug));
  const given = { ...parsed.data, indicators: parsed.data.indicators.filter((slug) => known.has(slug)) };
  if (!id) return add(given, state, user);
  if (!(await updateAlert(db, id, state.seen, given, user))) {
    const message = 'Somebody has changed or deleted this alert since you opened it: open it again';
    return { ...state, errors: [{ field: 'target', message }] };
  }
  revalidatePath(LIST);
  redirect(`${LIST}?saved=${id}`);
}

/** Gives a webhook another secret, shown this once. */
export async function newSecretAction(before: AlertState, form: FormData): Promise<AlertState> {
  const user = await checkUser('alerts.manage');
  if (typeof user === 'string')
    return { ...before, errors: [{ field: 'secret', message: refusalWords[user] }] };
  const id = idOf(textOf(form, 'id'));
  const secret = newWebhookSecret();
  const done = await replaceSecret(database(), id, await sealSecret(secret), user);
  return done
    ? { ...before, errors: [], made: { id, secret } }
    : { ...before, errors: [{ field: 'secret', message: 'There is no such webhook any more' }] };
}

/** Switches an alert on or off. */
export async function switchAlertAction(form: FormData): Promise<void> {
  const user = await requireUser('alerts.manage', LIST);
  const [id, on] = [idOf(textOf(form, 'id')), textOf(form, 'to') === 'on'];
  const done = await switchAlert(database(), id, on, user);
  revalidatePath(LIST);
  redirect(done ? `${LIST}?${on ? 'on' : 'off'}=${id}` : LIST);
}

/** Deletes an alert with its deliveries, once somebody has said that they are sure. */
export async function deleteAlertAction(form: FormData): Promise<void> {
  const user = await requireUser('alerts.manage', LIST);
  const id = idOf(textOf(form, 'id'));
  if (textOf(form, 'sure') !== 'yes') redirect(`${LIST}/${id}?sure#delete`);
  const done = await deleteAlert(database(), id, user);
  revalidatePath(LIST);
  redirect(done ? `${LIST}?deleted=1` : LIST);
}

/** Sends a test and shows in the log how it went. */
export async function testAlertAction(form: FormData): Promise<void> {
  const user = await requireUser('alerts.manage', LIST);
  const id = idOf(textOf(form, 'id'));
  if (!(await queueTest(database(), id, user))) redirect(LIST);
  await deliverAlerts(database());
  redirect(`${LIST}/log?alert=${id}&tested=1`);
}

/** Tries a delivery again at once, and shows in the log how it went. */
export async function retryDeliveryAction(form: FormData): Promise<void> {
  const user = await requireUser('alerts.manage', `${LIST}/log`);
  const id = textOf(form, 'delivery');
  const done = isUuid(id) && (await retryNow(database(), id, user));
  if (done) await deliverAlerts(database());
  redirect(`${LIST}/log${done ? `?tried=${id}` : ''}`);
}
