import { AsyncLocalStorage } from 'node:async_hooks';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { env } from '@/lib/env';

/** The name of the one issuer in the table of accounts and in the address that it comes back to. */
export const OIDC = 'oidc';

/** What the issuer said of whoever signs in now; the library keeps no claims. */
export const oidcClaims = new AsyncLocalStorage<{ claims?: Record<string, unknown> }>();

/** True where an issuer is set. */
export function hasOidc(): boolean {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return Boolean(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET);
}

/**
 * OpenID Connect by discovery: code flow with PKCE, state and nonce; the ID token's signature, issuer and audience are
 * checked by the library, which refuses an issuer that gives no keys.
 */
export function oidcPlugins() {
  if (!hasOidc()) return [];
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_ADMIT } = env();
  const provider = {
    providerId: OIDC,
    name: OIDC_NAME,
    discoveryUrl: `${OIDC_ISSUER!.replace(/\/$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId: OIDC_CLIENT_ID!,
    clientSecret: OIDC_CLIENT_SECRET!,
    scopes: ['openid', 'profile', 'email'],
    disableSignUp: OIDC_ADMIT === 'invited',
    mapProfileToUser: (profile: Record<string, unknown>) => {
      const box = oidcClaims.getStore();
      if (box) box.claims = profile;
      // An address that the issuer itself does not vouch for could be anybody's: without one nobody gets in.
      return profile.email_verified === false ? { email: '' } : {};
    },
  };
  return [genericOAuth({ config: [provider] })];
}
