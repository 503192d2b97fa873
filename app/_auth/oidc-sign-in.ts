import { auditSignIn } from '@/db/audit-sign-in';
import { writeAudit } from '@/db/audit';
import { database } from '@/db/client';
import { userBySession } from '@/db/sessions';
import { changeRole } from '@/db/users';
import { env } from '@/lib/env';
import { roleFromClaim } from '@/lib/oidc-role';
import { auth } from './auth';
import { OIDC, oidcClaims } from './oidc-provider';
import { replacing } from './read-session';
import { requestOrigin } from './request-origin';

/** Begins a sign-in at the issuer: where the browser goes, with the cookie that ties its return to it. */
export async function beginOidc(headers: Headers, next: string): Promise<Response> {
  const begun = await auth().api.signInSocial({
    body: {
      provider: OIDC,
      callbackURL: next,
      errorCallbackURL: '/sign-in?done=oidc',
      disableRedirect: true,
    },
    headers,
    asResponse: true,
  });
  const { url } = (await begun.json()) as { url?: string };
  if (!begun.ok || !url) return Response.redirect(`${env().PUBLIC_URL}/sign-in?done=oidc`, 303);
  const answer = new Response(null, { status: 303, headers: { Location: url } });
  for (const cookie of begun.headers.getSetCookie()) answer.headers.append('Set-Cookie', cookie);
  return answer;
}

/** The token of the session that the answer sets; null where it sets none. */
async function sessionTokenOf(answer: Response): Promise<string | null> {
  const { name } = (await auth().$context).authCookies.sessionToken;
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
  const value = decodeURIComponent(cookie?.slice(name.length + 1).split(';')[0] ?? '');
  return value.slice(0, value.lastIndexOf('.')) || null;
}

/** Completes what the issuer sends back; whoever gets in has the role that its claim gives. Audited either way. */
export async function completeOidc(request: Request): Promise<Response> {
  const box: { claims?: Record<string, unknown> } = {};
  const endHeld = await replacing(request.headers);
  const answer = await oidcClaims.run(box, () => auth().handler(request));
  const token = await sessionTokenOf(answer);
  const user = token === null ? null : await userBySession(database(), token);
  const from = await requestOrigin();
  if (!user) {
    const email = typeof box.claims?.email === 'string' ? box.claims.email : '';
    await auditSignIn(database(), 'sign-in.failed', email, from, { by: OIDC });
    return answer;
  }
  await endHeld();
  const { OIDC_ROLE_CLAIM, OIDC_ROLES } = env();
  const by = { id: user.id, from };
  const role = roleFromClaim(box.claims?.[OIDC_ROLE_CLAIM], OIDC_ROLES);
  if (role) await changeRole(database(), user.id, role, by);
  await writeAudit(database(), { action: 'sign-in', by, subject: `user:${user.id}`, detail: { by: OIDC } });
  return answer;
}
