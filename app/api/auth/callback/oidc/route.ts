import { notFound } from 'next/navigation';
import { hasOidc } from '@/app/_auth/oidc-provider';
import { completeOidc } from '@/app/_auth/oidc-sign-in';

/** Where the organisation's sign-in comes back to: the one address of the library that is open. */
export async function GET(request: Request): Promise<Response> {
  if (!hasOidc()) notFound();
  return completeOidc(request);
}
