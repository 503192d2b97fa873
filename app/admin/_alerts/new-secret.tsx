import Link from 'next/link';

/** The secret of a webhook, shown once. */
export function NewSecret({ made: { id, secret } }: { made: { id: number; secret: string } }) {
  return (
    <div className="govuk-notification-banner" role="status">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title">Secret of the webhook</h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-body">
          Give it to the program that receives the webhook, by which it checks each request:
        </p>
        <p className="govuk-body pw-link-passed">
          <code>{secret}</code>
        </p>
        <p className="govuk-body">
          It is not shown again: if it is lost, make a new one.{' '}
          <Link className="govuk-link" href={`/admin/alerts/${id}`}>
            Send a test
          </Link>
        </p>
      </div>
    </div>
  );
}
