import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { database } from '@/db/client';
import * as schema from '@/db/schema-auth';
import type { TryLimit } from '@/db/sign-in-tries';
import { isActive } from '@/db/users';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { PASSWORD_LENGTH } from '@/lib/password';
import { OIDC, oidcPlugins } from './oidc-provider';
import { hashPassword, isPassword } from './password-hash';
import { requestOrigin } from './request-origin';

/** Tries to sign in within a quarter of an hour: from one address (a whole office may share it), and to one account. */
const WINDOW = 15 * 60;
const TRIES_FROM_ADDRESS: TryLimit = { window: WINDOW, max: 60 };
export const TRIES_TO_ACCOUNT: TryLimit = { window: WINDOW, max: 10 };

/** A working day: a session ends then, whether it is in use or not. */
const SESSION_SECONDS = 12 * 3600;

/** What happens to accounts and sessions before the library writes them. */
const hooks: NonNullable<BetterAuthOptions['databaseHooks']> = {
  account: {
    create: {
      // Nothing is asked of the issuer later: what opens its doors is not kept.
      before: async (account) => ({
        data: { ...account, accessToken: null, refreshToken: null, idToken: null },
      }),
    },
  },
  session: {
    create: {
      /** Whoever is deactivated gets no session, by whatever way they come. */
      before: async (session) => {
        if (!(await isActive(database(), session.userId))) return false;
        // The library keeps no more of an IPv6 address than its network.
        return { data: { ...session, ipAddress: (await requestOrigin()).ip } };
      },
    },
  },
};

function makeAuth() {
  const { AUTH_SECRET, PUBLIC_URL } = env();
  return betterAuth({
    appName: 'Pillarwatch',
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
        twoFactor: schema.twoFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: isPassword },
      minPasswordLength: PASSWORD_LENGTH.min,
      // The library counts UTF-16 units, of which a character may have two.
      maxPasswordLength: 2 * PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'reader' },
        deactivatedAt: { type: 'date', input: false, required: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      // Pages cannot set cookies, so no page may lengthen a session.
      disableSessionRefresh: true,
      additionalFields: { lastSeenAt: { type: 'date', input: false, required: false } },
    },
    databaseHooks: hooks,
    // A return from the issuer that belongs to nothing begun here.
    onAPIError: { errorURL: `${PUBLIC_URL}/sign-in?done=oidc` },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: WINDOW,
      customRules: { '/sign-in/email': TRIES_FROM_ADDRESS },
    },
    account: {
      updateAccountOnSignIn: false,
      // The issuer is the organisation's own, chosen by who runs this: its word for an address is taken.
      accountLinking: { trustedProviders: [OIDC], requireLocalEmailVerified: false },
    },
    plugins: [twoFactor({ issuer: 'Pillarwatch' }), ...oidcPlugins()],
  });
}

let made: ReturnType<typeof makeAuth> | undefined;

/** The app's accounts: e-mail and password, second step, no sign-up, no public endpoints; actions call it. */
export function auth(): ReturnType<typeof makeAuth> {
  return (made ??= makeAuth());
}
