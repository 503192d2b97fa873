import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { database } from '@/db/client';
import * as schema from '@/db/schema-auth';
import { env } from '@/lib/env';

/** NIST SP 800-63B: length is what counts; no rules of composition. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

function makeAuth() {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  return betterAuth({
    secret: AUTH_SECRET,
    baseURL: PUBLIC_URL,
    telemetry: { enabled: false },
    logger: { disabled: true },
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
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: { '/sign-in/email': { window: 300, max: 10 } },
    },
  });
}

let made: ReturnType<typeof makeAuth> | undefined;

/** The app's accounts: e-mail and password, no sign-up, no public endpoints; actions call it. */
export function auth(): ReturnType<typeof makeAuth> {
  return (made ??= makeAuth());
}
