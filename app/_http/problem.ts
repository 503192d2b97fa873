import { filterLabels, type FilterProblem } from '@/lib/filters';

/** An answer for programs that says what went wrong (RFC 9457). */
export function problem(status: number, title: string, detail: string, more: object = {}): Response {
  const body = { type: 'about:blank', title, status, detail, ...more };
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

/** 400 for filters that cannot be used, each named with its value: programs must not get an answer to another question. */
export function filterProblem(problems: readonly FilterProblem[]): Response {
  const detail = problems.map(({ key, message }) => `${filterLabels[key]}: ${message}`).join('. ');
  return problem(400, 'Filters that cannot be used', detail, { errors: problems });
}
