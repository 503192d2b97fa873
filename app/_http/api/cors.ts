import { env } from '@/lib/env';

const EXPOSED =
  'ETag, Link, Location, Content-Location, RateLimit, RateLimit-Policy, Retry-After, Allow, Idempotent-Replayed';

/** What lets pages of other origins read an answer: nothing, unless the setting API_CORS_ORIGINS names the origin. */
export function corsHeaders(request: Request): Record<string, string> {
  const { API_CORS_ORIGINS: allowed } = env();
  const origin = request.headers.get('Origin');
  if (origin === null || !allowed.includes(origin)) return {};
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED };
}

/** What else a browser is told that asks beforehand. */
export function preflightHeaders(request: Request, methods: string): Record<string, string> {
  const cors = corsHeaders(request);
  if (!('Access-Control-Allow-Origin' in cors)) return {};
  return {
    ...cors,
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key',
    'Access-Control-Max-Age': '600',
  };
}
