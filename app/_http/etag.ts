import { createHash } from 'node:crypto';

/** The name of one state of one answer: of everything that it depends on, hashed (RFC 9110, 8.8.3). */
export function etagOf(...parts: readonly (string | number)[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}

/** True where the asker already has this state (RFC 9110, 13.1.2). */
export function hasState(request: Request, etag: string): boolean {
  const held = request.headers.get('If-None-Match');
  return (
    held !== null &&
    held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
  );
}
