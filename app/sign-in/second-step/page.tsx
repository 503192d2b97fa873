import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { firstPage } from '@/app/_auth/first-page';
import { awaitedUser } from '@/app/_auth/second-step';
import { localPath } from '@/lib/local-path';
import { SecondStepForm } from './second-step-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The second step of a sign-in, for who has taken the first. */
export default async function SecondStepPage({ searchParams }: PageProps<'/sign-in/second-step'>) {
  const next = localPath([(await searchParams).next].flat()[0], firstPage());
  if (!(await awaitedUser())) redirect(`/sign-in?${new URLSearchParams({ next })}`);
  return (
    <div className="pw-narrow">
      <SecondStepForm next={next} />
      <p className="govuk-body">
        Lost both phone and recovery codes? Ask an admin of this Pillarwatch to turn your second step off.
      </p>
    </div>
  );
}
