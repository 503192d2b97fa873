import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireSignedIn } from '@/app/_auth/session';
import { database } from '@/db/client';
import { passwordHash } from '@/db/passwords';
import { SecondStepForm } from '../_parts/second-step-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** Turning one's second step on and off; nothing for who signs in elsewhere. */
export default async function SecondStepPage() {
  const user = await requireSignedIn('/account/second-step');
  if ((await passwordHash(database(), user.id)) === null) notFound();
  return (
    <div className="pw-narrow">
      <SecondStepForm on={user.secondStep} needed={user.needsSecondStep} />
    </div>
  );
}
