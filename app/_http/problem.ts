import type { QueryProblem } from '@/lib/strict-filters';

/** An answer for programs that says what went wrong (RFC 9457); `more` holds what a program can act on. */
export function problem(status: number, title: string, detail: string, more: object = {}): Response {
  const body = { type: 'about:blank', title, status, detail, ...more };
  return Response.json(body, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

/** 400 for a query that cannot be used as it stands, with every parameter, its value and why. */
export function queryProblem(errors: readonly QueryProblem[]): Response {
  const detail = errors
    .map(({ parameter, value, detail: why }) => `${parameter}=${value}: ${why}`)
    .join('. ');
  return problem(400, 'A query that cannot be used', `${detail}.`, { errors });
}
