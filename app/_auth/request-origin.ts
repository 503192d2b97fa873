import { headers } from 'next/headers';
import type { Origin } from '@/lib/author';

/** From where the request comes: the web server's word for its address (app/_start/serve.mjs), and what the browser calls itself. */
export async function requestOrigin(): Promise<Origin> {
  const given = await headers();
  const ip = given.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return { ip: ip || null, agent: given.get('user-agent') };
}
