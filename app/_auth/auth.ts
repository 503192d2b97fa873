import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { database } from '@/db/client';
import * as schema from '@/db/schema-auth';
import type { TryLimit } from '@/db/sign-in-tries';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

/** Tries to sign in within a quarter of an hour: from one address (a whole office may share it), and to one account. */
const WINDOW = 15 * 60;
const TRIES_FROM_ADDRESS: TryLimit = { window: WINDOW, max: 60 };
export const TRIES_TO_ACCOUNT: TryLimit = { window: WINDOW, max: 10 };

/** A working day: a session ends then, whether it is in use or not. */
const SESSION_SECONDS = 12 * 3600;

function makeAuth() {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  return betterAuth({
    secret: AUTH_SECRET,
    baseURL: PUBLIC_URL,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ part: 'better-auth' }, message) },
    database: drizzleAdapter(database(), {
      provider: 'pg',
      schema: {
        user: schema.users,
        session: schema.sessions,
        account: schema.accounts,
        verification: schema.verifications,
        rateLimit: schema.rateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'reader' } } },
    // Pages cannot set cookies, so no page may lengthen a session.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: WINDOW,
      customRules: { '/sign-in/email': TRIES_FROM_ADDRESS },
    },
  });
}

let made: ReturnType<typeof makeAuth> | undefined;

/** The app's accounts: e-mail and password, no sign-up, no public endpoints; actions call it. */
export function auth(): ReturnType<typeof makeAuth> {
  return (made ??= makeAuth());
}
