import { database } from '@/db/client';
import { dropSession, touchSession } from '@/db/sessions';
import { auth } from './auth';

/** A session that nobody used for so long is over. */
const IDLE_MS = 2 * 3_600_000;
/** Uses closer together than this are one. */
const NOTE_MS = 5 * 60_000;

/** The session of a request and whose it is; null where there is none that holds. Without a cookie nothing is asked. */
export async function readSession(headers: Headers) {
  if (!headers.get('cookie')) return null;
  const found = await auth().api.getSession({ headers });
  if (!found || found.user.deactivatedAt) return null;
  const seen = (found.session.lastSeenAt ?? found.session.createdAt).getTime();
  if (Date.now() - seen > IDLE_MS) {
    await dropSession(database(), found.session.id);
    return null;
  }
  const stale = new Date(Date.now() - NOTE_MS);
  if (seen < stale.getTime()) await touchSession(database(), found.session.id, stale);
  return found;
}

/** What ends the session that a browser holds as it signs in anew: a new one takes its place, it does not stand beside it. */
export async function replacing(headers: Headers): Promise<() => Promise<void>> {
  const held = await readSession(headers);
  return async () => {
    if (held) await dropSession(database(), held.session.id);
  };
}
