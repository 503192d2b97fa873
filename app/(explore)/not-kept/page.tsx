import type { Metadata } from 'next';
import { Link } from '@/app/_ui/link';
import { localPath } from '@/lib/local-path';

export const metadata: Metadata = { title: 'Not kept by day', robots: { index: false } };

/** Where a page was asked for as known on a past day that cannot be shown so: never the present in its place. */
export default async function NotKeptPage({ searchParams }: PageProps<'/not-kept'>) {
  const { page, asOf } = await searchParams;
  const day = [asOf].flat()[0] ?? '';
  const today = localPath([page].flat()[0], '/');
  return (
    <div className="pw-prose">
      <h1 className="pw-heading">This page cannot be shown as known on a past day</h1>
      <p className="govuk-body">
        What it shows is kept as it stands today alone, so the day you asked for would be left out in silence.
        Events and series are kept with every change:{' '}
        <Link className="govuk-link" href={`/?asOf=${encodeURIComponent(day)}`}>
          the overview as known on that day
        </Link>
        .
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" href={today}>
          See the page as it stands today
        </Link>
      </p>
    </div>
  );
}
