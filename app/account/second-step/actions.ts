'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/app/_auth/auth';
import { passwordRefusal } from '@/app/_auth/check-password';
import { keepCookies } from '@/app/_auth/keep-cookies';
import { isFreshCode } from '@/app/_auth/second-step';
import { requireSignedIn, type User } from '@/app/_auth/session';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { writeAudit } from '@/db/audit';
import { database } from '@/db/client';
import { textOf } from '@/lib/form-data';
import { normalPassword } from '@/lib/password';
import { qrPath, type QrPath } from '@/lib/qr-path';

export interface SecondStepState {
  errors: FieldError[];
  /** What is to be put into the app, once the password was given. */
  offered?: { qr: QrPath; secret: string };
  /** Shown once. */
  codes?: string[];
}

const HERE = '/account/second-step';
const audit = (action: 'user.second-step-on' | 'user.second-step-off' | 'user.recovery-codes', by: User) =>
  writeAudit(database(), { action, by, subject: `user:${by.id}` });

/** The password, where it is right; else the errors that say why not. */
async function givenPassword(
  user: User,
  form: FormData,
): Promise<{ password: string } | { errors: FieldError[] }> {
  const password = normalPassword(textOf(form, 'password'));
  const message = await passwordRefusal(user, password);
  return message ? { errors: [{ field: 'password', message }] } : { password };
}

async function offer(user: User, form: FormData): Promise<SecondStepState> {
  const given = await givenPassword(user, form);
  if ('errors' in given) return given;
  const made = await auth().api.enableTwoFactor({ body: given, headers: await headers() });
  if (made.method !== 'totp') throw new Error('The library offered another second step than asked for');
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  return { errors: [], offered: { qr: qrPath(made.totpURI), secret }, codes: made.backupCodes };
}

async function confirm(user: User, form: FormData, before: SecondStepState): Promise<SecondStepState> {
  const code = textOf(form, 'code').replaceAll(/\s/g, '');
  const response = (await isFreshCode(user.id, code))
    ? await auth().api.verifyTOTP({ body: { code }, headers: await headers(), asResponse: true })
    : new Response(null, { status: 401 });
  if (response.status >= 500) throw new Error(`The second step failed with status ${response.status}`);
  if (!response.ok)
    return { ...before, errors: [{ field: 'code', message: 'Enter the 6 digits that your app shows now' }] };
  await keepCookies(response);
  await audit('user.second-step-on', user);
  redirect('/account?done=second-step-on');
}

async function turnOff(user: User, form: FormData): Promise<SecondStepState> {
  const given = await givenPassword(user, form);
  if ('errors' in given) return given;
  const request = { body: given, headers: await headers(), asResponse: true } as const;
  const response = await auth().api.disableTwoFactor(request);
  if (!response.ok) throw new Error(`Turning the second step off failed with status ${response.status}`);
  await keepCookies(response);
  await audit('user.second-step-off', user);
  redirect('/account?done=second-step-off');
}

async function newCodes(user: User, form: FormData): Promise<SecondStepState> {
  const given = await givenPassword(user, form);
  if ('errors' in given) return given;
  const { backupCodes } = await auth().api.generateBackupCodes({ body: given, headers: await headers() });
  await audit('user.recovery-codes', user);
  return { errors: [], codes: backupCodes };
}

/** Does what a button of the page asks: offer a secret, confirm it with a code, turn off, make new recovery codes. */
export async function secondStepAction(before: SecondStepState, form: FormData): Promise<SecondStepState> {
  const user = await requireSignedIn(HERE);
  const intent = textOf(form, 'intent');
  if (intent === 'confirm') return confirm(user, form, before);
  if (intent === 'codes' && user.secondStep) return newCodes(user, form);
  if (intent === 'off' && user.secondStep) return turnOff(user, form);
  if (user.secondStep) return { errors: [{ field: 'password', message: 'Your second step is on already' }] };
  return offer(user, form);
}
