import { createHash } from 'node:crypto';
import { database } from '@/db/client';
import { readRevision } from '@/db/index-feed';
import { today } from '@/lib/days';
import { env } from '@/lib/env';

/** etagOf at a revision that is known already, for who reads a snapshot. */
export function etagAt(revision: number, ...asked: readonly string[]): string | null {
  const { BUILD_ID, MARKING, PUBLIC_URL } = env();
  if (!BUILD_ID) return null;
  // The day: pages mark it, and offer dates by it.
  const state = JSON.stringify([BUILD_ID, MARKING, PUBLIC_URL, revision, today(), ...asked]);
  return `W/"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
}

/**
 * The name of the state of an answer (RFC 9110, 8.8.3): of all that it is made from, hashed. `asked` is the path, the
 * canonical query, and who asks where that shows. Weak, because nonces and encodings differ. One row read. Null where the
 * build has no name, as in development: there sources change without a sign. Throws where the database can't be reached.
 */
export async function etagOf(...asked: readonly string[]): Promise<string | null> {
  return env().BUILD_ID ? etagAt(await readRevision(database()), ...asked) : null;
}

/** True where the asker holds this state already (RFC 9110, 13.1.2). */
export function holdsState(request: Request, etag: string | null): boolean {
  const held = request.headers.get('If-None-Match')?.split(',') ?? [];
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return etag !== null && held.some((tag) => opaque(tag) === opaque(etag));
}

/**
 * What goes with every answer of a state: readers may keep it, each their own, and ask every time whether it still holds. Where
 * only who is signed in may read nothing is kept, so that Back shows none of it to who comes to the browser after them.
 */
export function stateHeaders(etag: string | null): Record<string, string> {
  const keep = env().READERS === 'public' ? 'private, no-cache' : 'no-store';
  return { ...(etag && { ETag: etag }), 'Cache-Control': keep, Vary: 'Accept-Encoding' };
}
