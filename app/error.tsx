'use client';

/** Something broke: said plainly, because an outage must never look like "no data". */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="govuk-width-container">
      <main className="pw-main" id="main">
        <h1 className="pw-heading">Sorry, there is a problem with Pillarwatch</h1>
        <p className="govuk-body">
          The page could not be made. This says nothing about the events: none has been lost or left out.
        </p>
        {error.digest && (
          <p className="govuk-body">If you tell someone about it, give them this number: {error.digest}</p>
        )}
        <button type="button" className="govuk-button" onClick={reset}>
          Try again
        </button>
      </main>
    </div>
  );
}
