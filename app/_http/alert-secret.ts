import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { env } from '@/lib/env';

/** A webhook's secret as it is stored: encrypted as the seeds of second steps are, with a key from AUTH_SECRET. */
export function sealSecret(secret: string): Promise<string> {
  return symmetricEncrypt({ key: env().AUTH_SECRET, data: secret });
}

/** The secret again; null where AUTH_SECRET is another one now. */
export async function openSecret(sealed: string): Promise<string | null> {
  return symmetricDecrypt({ key: env().AUTH_SECRET, data: sealed }).catch(() => null);
}
