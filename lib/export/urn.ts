import { createHash } from 'node:crypto';

/** The namespace of the names below, made once at random and for good. */
const NAMESPACE = '8f0c3b52-6a0e-4d0e-9d53-3c1b9f7e2a64';

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const OURS = bytesOf(NAMESPACE);

/** The UUID of a name in a namespace, version 5 (RFC 9562, 5.5): SHA-1 of both. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(namespace === NAMESPACE ? OURS : bytesOf(namespace))
    .update(name, 'utf8')
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The UUID of an event: made of its slug, which never changes, so that it outlives every address and database. */
export function eventUuid(slug: string): string {
  return uuidV5(NAMESPACE, `event:${slug}`);
}

/** The UUID of the feed of one question, given as its canonical query. */
export function feedUuid(query: string): string {
  return uuidV5(NAMESPACE, `feed:${query}`);
}

/** The UUID of a stored change of status, and of the feed of one indicator's changes, or of all ('' then). */
export function statusUuid(kind: 'status-change' | 'status-feed', name: string): string {
  return uuidV5(NAMESPACE, `${kind}:${name}`);
}
