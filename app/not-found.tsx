import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Page not found' };

/** No such page, event, pillar or place. */
export default function NotFound() {
  return (
    <div className="govuk-width-container">
      <main className="pw-main" id="main">
        <h1 className="pw-heading">Page not found</h1>
        <p className="govuk-body">
          If you typed the address, check it is right. If you followed a link, it may be out of date.
        </p>
        <p className="govuk-body">
          You can{' '}
          <Link className="govuk-link" href="/">
            see the overview
          </Link>{' '}
          or{' '}
          <Link className="govuk-link" href="/events">
            look for the event in the list
          </Link>
          .
        </p>
      </main>
    </div>
  );
}
