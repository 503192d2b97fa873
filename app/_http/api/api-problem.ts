import { env } from '@/lib/env';
import { problemTypes, type ApiProblem } from '@/lib/api/problem-types';

/** A problem as an answer (RFC 9457); its type leads to what the page of the API says of it. */
export function problemAnswer({ type, message, errors, headers }: ApiProblem): Response {
  const { status, title } = problemTypes[type];
  const body = {
    type: `${env().PUBLIC_URL}/data/api#problem-${type}`,
    title,
    status,
    detail: message,
    ...(errors.length > 0 && { errors }),
  };
  return Response.json(body, {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
}
