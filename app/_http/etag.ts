import { createHash } from 'node:crypto';

/** The name of one state of one answer: the dataset's revision and the question, hashed. */
export function etagOf(revision: number, question: string): string {
  return `"${createHash('sha256').update(`${revision} ${question}`).digest('base64url').slice(0, 22)}"`;
}

/** True where the asker already has this state (RFC 9110, 13.1.2). */
export function hasState(request: Request, etag: string): boolean {
  const held = request.headers.get('If-None-Match');
  return (
    held !== null &&
    held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
  );
}
