import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { firstPage } from '@/app/_auth/first-page';
import { hasOidc } from '@/app/_auth/oidc-provider';
import { beginOidc } from '@/app/_auth/oidc-sign-in';
import { localPath } from '@/lib/local-path';

/**
 * Sends the browser to the organisation's own sign-in. A link, not a form: the policy lets forms go nowhere else, and
 * what it begins is tied to this browser by a cookie.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!hasOidc()) notFound();
  return beginOidc(request.headers, localPath(request.nextUrl.searchParams.get('next'), firstPage()));
}
