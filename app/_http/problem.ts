import { problemTypes, type ProblemError, type ProblemType } from '@/lib/api/problem-types';
import { env } from '@/lib/env';
import type { QueryProblem } from '@/lib/strict-filters';

interface More {
  errors?: readonly ProblemError[];
  headers?: Readonly<Record<string, string>>;
}

/** An answer for programs that says what went wrong (RFC 9457); its type leads to what the page of the API says of it. */
export function problem(
  type: ProblemType,
  detail: string,
  { errors = [], headers = {} }: More = {},
): Response {
  const { status, title } = problemTypes[type];
  const body = {
    type: `${env().PUBLIC_URL}/data/api#problem-${type}`,
    title,
    status,
    detail,
    ...(errors.length > 0 && { errors }),
  };
  return Response.json(body, {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}

/** 400 for a query that cannot be used as it stands, with every parameter, its value and why. */
export function queryProblem(errors: readonly QueryProblem[]): Response {
  const detail = errors
    .map(({ parameter, value, detail: why }) => `${parameter}=${value}: ${why}`)
    .join('. ');
  return problem('bad-query', `${detail}.`, { errors });
}
