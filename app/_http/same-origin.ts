import { env } from '@/lib/env';

/**
 * True where the request comes from a page of ours: by the browser's own word (Fetch Metadata), else by the Origin, which
 * every browser sends with a form that is posted. What sends neither is no browser.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(env().PUBLIC_URL).origin;
}
