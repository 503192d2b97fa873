/** The server has not answered: what is drawn is true, but coarser than the view. */
export function Outage({ onRetry }: { onRetry(): void }) {
  return (
    <p className="pw-tl-outage" role="alert">
      The server could not be reached, so these dates are drawn from coarser counts.{' '}
      <button type="button" className="pw-tl-button" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}
