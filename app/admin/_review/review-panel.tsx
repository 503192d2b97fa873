import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import type { EventRecord } from '@/lib/event';
import { londonTimeInFull } from '@/lib/london-time';
import { commentAction, publishAction, returnAction } from '../review/actions';
import { CommentList, type Comment } from './comment-list';
import { WhyField } from './why-field';

interface Props {
  event: EventRecord;
  /** Why the person may not publish it; null where they may. */
  refusal: string | null;
  comments: readonly Comment[];
  /** Changes to it that wait for a reviewer. */
  proposals: readonly { id: number; by: string; at: string }[];
  /** True for whoever decides on them. */
  decides: boolean;
  /** What came of a button of this panel. */
  answer: 'commented' | 'why' | null;
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
function Decision({ event, answer }: Pick<Props, 'event' | 'answer'>) {
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
        <WhyField missing={answer === 'why'} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Return to its writer
        </button>
      </form>
    </>
  );
}

function CommentForm({ event }: Pick<Props, 'event'>) {
  return (
    <form action={commentAction}>
      <Seen event={event} />
      <label className="govuk-label pw-label" htmlFor="comment">
        Comment, for the desk alone
      </label>
      <textarea className="govuk-textarea" id="comment" name="text" rows={2} required maxLength={2000} />
      <button type="submit" className="govuk-button govuk-button--secondary pw-last">
        Add comment
      </button>
    </form>
  );
}

/** What waits beside a published event. */
function Waiting({ proposals, decides }: Pick<Props, 'proposals' | 'decides'>) {
  return proposals.map(({ id, by, at }) => (
    <p key={id} className="govuk-body">
      {by} sent a change of it to review on {londonTimeInFull(at)}.{' '}
      {decides && (
        <Link className="govuk-link" href={`/admin/review/${id}`}>
          See what would change
        </Link>
      )}
    </p>
  ));
}

/** What is said of an event at the desk, and what a reviewer can do with it. */
export function ReviewPanel({ event, refusal, comments, proposals, decides, answer }: Props) {
  const inReview = event.status === 'in_review';
  const waits = inReview || proposals.length > 0;
  return (
    <details className="govuk-details pw-review" open={waits || comments.length > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {waits ? 'In review' : 'Comments'}
          {comments.length > 0 && ` (${comments.length})`}
        </span>
      </summary>
      <div className="govuk-details__text">
        {answer === 'commented' && <Banner of={comments.length}>Comment added.</Banner>}
        <Waiting {...{ proposals, decides }} />
        <CommentList comments={comments} />
        {inReview &&
          (refusal === null ? <Decision {...{ event, answer }} /> : <p className="govuk-body">{refusal}.</p>)}
        <CommentForm event={event} />
      </div>
    </details>
  );
}
