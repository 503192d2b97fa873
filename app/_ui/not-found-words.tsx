import { Link } from './link';

/** What to do where there is no such page, event, pillar or place. */
export function NotFoundWords() {
  return (
    <>
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
    </>
  );
}
