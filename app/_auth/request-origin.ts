import { headers } from 'next/headers';
import type { Origin } from '@/lib/author';

/** From where the request comes: the one address that the web server leaves (app/_start/guard.mjs), and what the browser calls itself. */
export async function requestOrigin(): Promise<Origin> {
  const given = await headers();
  const ip = given.get('x-forwarded-for')?.split(',')[0]?.trim();
  return { ip: ip || null, agent: given.get('user-agent') };
}
