import { parseSetCookieHeader } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import { auth } from './auth';

export type SignInResult = { ok: true } | { ok: false; message: string };

async function keepCookies(response: Response): Promise<void> {
  const jar = await cookies();
  for (const header of response.headers.getSetCookie()) {
    for (const [name, { value, ...rest }] of parseSetCookieHeader(header)) {
      jar.set(name, decodeURIComponent(value), {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: env().PUBLIC_URL.startsWith('https:'),
        maxAge: rest['max-age'],
      });
    }
  }
}

/**
 * Signs in through the library's own handler, which counts tries; its API would not. One answer for an unknown address
 * and a wrong password, so that nobody learns who has an account.
 */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const given = await headers();
  const { PUBLIC_URL } = env();
  const request = new Request(`${PUBLIC_URL}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: PUBLIC_URL,
      'X-Forwarded-For': given.get('x-forwarded-for') ?? '127.0.0.1',
      'User-Agent': given.get('user-agent') ?? '',
    },
    body: JSON.stringify({ email, password }),
  });
  const response = await auth().handler(request);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('X-Retry-After') ?? 300);
    return {
      ok: false,
      message: `Too many attempts. Try again in ${Math.max(1, Math.ceil(seconds / 60))} minutes`,
    };
  }
  if (response.status >= 500) throw new Error(`Sign-in failed with status ${response.status}`);
  if (!response.ok) return { ok: false, message: 'Enter a correct email address and password' };
  await keepCookies(response);
  return { ok: true };
}
