import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';

/**
 * A browser from which an account was signed in to keeps a cookie that says so (OWASP: device cookies). Its tries are
 * counted apart, so that whoever guesses from elsewhere slows themselves down and never the account's owner.
 */
const YEAR_SECONDS = 365 * 86_400;

const behindTls = (): boolean => env().PUBLIC_URL.startsWith('https:');
const cookieName = (email: string): string =>
  `${behindTls() ? '__Host-' : ''}pillarwatch.device.${createHash('sha256').update(email).digest('hex').slice(0, 12)}`;
const sealOf = (email: string, nonce: string): string =>
  createHmac('sha256', env().AUTH_SECRET).update(`device ${nonce} ${email}`).digest('base64url');

/** The name under which this browser's tries at the account are counted; null for one that has never been in. */
export async function knownDevice(address: string): Promise<string | null> {
  const email = address.trim().toLowerCase();
  const [nonce, seal] = ((await cookies()).get(cookieName(email))?.value ?? '').split('.');
  if (!nonce || !seal) return null;
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(email, nonce))];
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

/** Remembers that the account was signed in to from this browser. */
export async function rememberDevice(address: string): Promise<void> {
  const email = address.trim().toLowerCase();
  const nonce = randomBytes(12).toString('base64url');
  (await cookies()).set(cookieName(email), `${nonce}.${sealOf(email, nonce)}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: behindTls(),
    maxAge: YEAR_SECONDS,
  });
}
