import { unstable_rethrow } from 'next/navigation';
import { log } from '@/lib/log';
import { isVisit } from './is-visit';
import { problem } from './problem';
import { problemPage } from './problem-page';

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/** 503 for a file that could not be made, whatever the cause; the cause goes into the log, with the path alone. */
export function fileFailure(error: unknown, path: string): Response {
  log.error({ err: error, path }, 'a file could not be made');
  return problem('unavailable', 'What is asked for cannot be made from the record at the moment.', {
    headers: { 'Retry-After': '30' },
  });
}

/** A problem as a page where a person asks; every other answer as it is. */
export async function problemFor(request: Request, answer: Response): Promise<Response> {
  if (answer.headers.get('Content-Type') !== 'application/problem+json' || !isVisit(request)) return answer;
  const { 'content-type': _type, ...headers } = Object.fromEntries(answer.headers);
  const { pathname, search } = new URL(request.url);
  const body = (await answer.json()) as Parameters<typeof problemPage>[0];
  return problemPage(body, pathname + search, { ...headers, Vary: 'Accept' });
}

/**
 * A handler of files, feeds or what scripts ask for: whatever goes wrong in it is answered as a problem (RFC 9457), and as
 * a page to a person who followed a link. Never as Next's own page of errors.
 */
export function answering<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    const answer = await handler(request, context).catch((error: unknown) => {
      // Next's own signals are no failures.
      unstable_rethrow(error);
      return fileFailure(error, new URL(request.url).pathname);
    });
    return problemFor(request, answer);
  };
}
