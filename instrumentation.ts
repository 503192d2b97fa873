import type { Instrumentation } from 'next';

/** Begins what a server does beside answering; a build does none of it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { watchStatuses } = await import('@/app/_http/status-watch');
  watchStatuses();
}

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
