import type { EventRecord } from '@/lib/event';
import { londonTimeInFull } from '@/lib/london-time';
import { commentAction, publishAction, returnAction } from '../review/actions';

interface Props {
  event: EventRecord;
  /** Why the person may not publish it; null where they may. */
  refusal: string | null;
  comments: readonly { id: number; text: string; by: string; at: string }[];
}

/** The version that was looked at goes with every button. */
function Seen({ event: { slug, version } }: Pick<Props, 'event'>) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

/** For whoever decides on an event in review. */
function Decision({ event }: Pick<Props, 'event'>) {
  return (
    <>
      <form action={publishAction}>
        <Seen event={event} />
        <button type="submit" className="govuk-button">
          Publish
        </button>
      </form>
      <form action={returnAction}>
        <Seen event={event} />
        <label className="govuk-label" htmlFor="why">
          What is to be changed?
        </label>
        <textarea className="govuk-textarea" id="why" name="why" rows={2} required maxLength={2000} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Return to its writer
        </button>
      </form>
    </>
  );
}

/** What is said of an event at the desk, and what a reviewer can do with it. */
export function ReviewPanel({ event, refusal, comments }: Props) {
  const inReview = event.status === 'in_review';
  return (
    <details className="govuk-details pw-review" open={inReview || comments.length > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {inReview ? 'In review' : 'Comments'}
          {comments.length > 0 && ` (${comments.length})`}
        </span>
      </summary>
      <div className="govuk-details__text">
        {comments.length > 0 && (
          <ol className="govuk-list">
            {comments.map(({ id, text, by, at }) => (
              <li key={id} className="pw-comment">
                <p>{text}</p>
                <p className="pw-quiet">
                  {by}, {londonTimeInFull(at)}
                </p>
              </li>
            ))}
          </ol>
        )}
        {inReview &&
          (refusal === null ? <Decision event={event} /> : <p className="govuk-body">{refusal}.</p>)}
        <form action={commentAction}>
          <Seen event={event} />
          <label className="govuk-label" htmlFor="comment">
            Comment, for the desk alone
          </label>
          <textarea className="govuk-textarea" id="comment" name="text" rows={2} required maxLength={2000} />
          <button type="submit" className="govuk-button govuk-button--secondary pw-last">
            Add comment
          </button>
        </form>
      </div>
    </details>
  );
}
