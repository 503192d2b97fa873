import { NextResponse, type NextRequest } from 'next/server';
import { holdsState, stateHeaders } from './app/_http/etag';
import { outage } from './app/_http/outage';
import { notModified, pageState } from './app/_http/page-state';
import { refuseReader } from './app/_http/refuse-reader';
import { forgetsThePast } from './lib/known-pages';

/** Only what we serve ourselves may load; scripts need this answer's nonce. Styles in attributes come from charts. */
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Gives a page a fresh nonce: Next reads it from the request's policy and puts it on its own scripts. */
function page(request: NextRequest, etag: string | null): Response {
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (etag) for (const [name, value] of Object.entries(stateHeaders(etag))) response.headers.set(name, value);
  return response;
}

/** What the router fetches to change pages is no document: it has no policy, and another state. */
const isDocument = ({ headers }: NextRequest): boolean => headers.get('rsc') !== '1';

/** The address of the page that says that another cannot be shown as known on a past day. */
function notKept({ nextUrl }: NextRequest): URL {
  const to = new URL('/not-kept', nextUrl);
  const query = new URLSearchParams(
    [...nextUrl.searchParams].filter(([name]) => name !== 'asOf' && !name.endsWith('.asOf')),
  );
  const day = [...nextUrl.searchParams].find(([name]) => /(?:^|\.)asOf$/.test(name))?.[1];
  to.searchParams.set('asOf', day ?? '');
  to.searchParams.set('page', query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname);
  return to;
}

/**
 * Asks who may read, names the state of a page of data, and answers at once where the reader holds it, or where nothing
 * can be read.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    const refused = await refuseReader(request);
    if (refused) return refused;
    if (forgetsThePast(request.nextUrl)) return NextResponse.redirect(notKept(request));
    if (!isDocument(request)) return NextResponse.next();
    const etag = await pageState(request);
    return holdsState(request, etag) ? notModified(etag) : page(request, etag);
  } catch (error) {
    return outage(error, request);
  }
}

export const config = {
  matcher: [
    // The API asks for itself who reads, names its own states and sends no page. An upload goes past this too: what passes
    // here is held in memory and cut at 10 MB.
    '/((?!_next/static|favicon.svg|api/v1|admin/import/upload).*)',
  ],
};
