import { answerApi } from '@/app/_http/api/answer';

/** The API of this process under the address `at`, as a program asks it; `secret` gives the key of who writes. */
export function apiAt(at: string, secret: () => string) {
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    answerApi(new Request(`${at}/api/v1${path}`, init));
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, {
      method,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${secret()}`,
        'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
        ...headers,
      },
    });
  return { call, send };
}

/** The body of an answer. */
export const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>;
