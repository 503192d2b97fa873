import type { Instrumentation } from 'next';

/** Every unexpected error of a page, action or route goes into the log with what was asked; the reader gets its number. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/log');
  // The path alone: a query may hold what somebody searched for. Nor the token of a one-time link.
  const path = request.path.split('?')[0]?.replace(/^\/(setup|set-password)\/.*/, '/$1/…');
  log.error(
    { err: error, method: request.method, path, route: context.routePath, kind: context.routeType },
    'request failed',
  );
};
