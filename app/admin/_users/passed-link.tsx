/** A one-time link for the admin to pass on; shown once, since only its hash is kept. */
export interface Passed {
  to: string;
  link: string;
  /** True where it went by e-mail as well. */
  mailed: boolean;
}

export function PassedLink({ passed }: { passed: Passed }) {
  return (
    <div className="govuk-notification-banner" role="status">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title">Link for {passed.to}</h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-body">
          {passed.mailed
            ? 'It was sent by e-mail. Should it not arrive, pass this on yourself:'
            : 'Pass it on yourself, by a way that nobody else reads:'}
        </p>
        <p className="govuk-body pw-link-passed">
          <code>{passed.link}</code>
        </p>
        <p className="govuk-body">It works once. It is not shown again: if it is lost, make a new one.</p>
      </div>
    </div>
  );
}
