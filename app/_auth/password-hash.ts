import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { verifyPassword } from 'better-auth/crypto';
import { normalPassword } from '@/lib/password';

/** ASVS 5.0.0, appendix C: with three runs, N of 2^15 or more. 32 MB and about 0.2 s of a core each. */
const COST = { N: 32_768, r: 8, p: 3 };
const MAX_MEMORY = 2 * 128 * COST.N * COST.r;
const KEY_BYTES = 64;
const SIGN = `scrypt$${COST.N}$${COST.r}$${COST.p}$`;

function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(normalPassword(password), salt, KEY_BYTES, { ...COST, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** A salted hash of the password, with what it was made by in front. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${SIGN}${salt.toString('base64url')}$${(await keyOf(password, salt)).toString('base64url')}`;
}

/** True where a hash is not as those that are made now: it was made by the library's own, cheaper function. */
export const isOldHash = (hash: string): boolean => !hash.startsWith(SIGN);

/** True where the hash is of this password. */
export async function isPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  if (isOldHash(hash)) return verifyPassword({ hash, password });
  const [salt = '', key = ''] = hash.slice(SIGN.length).split('$');
  const right = Buffer.from(key, 'base64url');
  const given = await keyOf(password, Buffer.from(salt, 'base64url'));
  return right.length === given.length && timingSafeEqual(right, given);
}
