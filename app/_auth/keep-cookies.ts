import { parseSetCookieHeader } from 'better-auth/cookies';
import { cookies } from 'next/headers';
import { env } from '@/lib/env';

/** Passes the cookies of the library's answer on to the browser; one that it ends comes with an age of 0. */
export async function keepCookies(response: Response): Promise<void> {
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
