import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { whoElseHasOpen } from '@/db/open-forms';
import { commentsOn, readProposal } from '@/db/review';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import { env } from '@/lib/env';
import { londonTimeInFull } from '@/lib/london-time';
import { openFormWords } from '@/lib/open-forms';
import { DifferenceTable } from '../../_history/difference-table';
import { CommentList } from '../../_review/comment-list';
import { whyMissing, WhyField } from '../../_review/why-field';
import { decideProposalAction } from '../actions';

export const metadata: Metadata = { title: 'A proposed change' };

/** Accept, or return with a comment. */
function Decide({ id, seen, own, missing }: { id: number; seen: string; own: boolean; missing: boolean }) {
  return (
    <form action={decideProposalAction} className="pw-decide">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      {own ? (
        <p className="govuk-body">Somebody else must accept what you wrote.</p>
      ) : (
        <button type="submit" name="decision" value="accept" className="govuk-button">
          Accept and publish
        </button>
      )}
      <WhyField missing={missing} />
      <button type="submit" name="decision" value="return" className="govuk-button govuk-button--secondary">
        Return to its writer
      </button>
    </form>
  );
}

/** A change that somebody proposes to a published event, field by field beside the event as it is. */
export default async function ProposalPage({ params, searchParams }: PageProps<'/admin/review/[id]'>) {
  const id = Number((await params).id);
  const user = await requireUser('events.publish', '/admin/review');
  const proposal = Number.isInteger(id) && id > 0 && id < 2 ** 31 ? await readProposal(database(), id) : null;
  if (!proposal) notFound();
  const { stale, why } = await searchParams;
  const { current, proposed, baseVersion, by, at, state, proposedBy, slug } = proposal;
  const differences = draftDifferences(draftFromEvent(proposed), draftFromEvent(current));
  const [comments, open] = await Promise.all([
    commentsOn(database(), slug),
    whoElseHasOpen(database(), [slug], user.id),
  ]);
  const others = openFormWords(open.get(slug) ?? []);
  return (
    <>
      {why === 'missing' && <ErrorSummary errors={[whyMissing]} />}
      <h1 className="pw-heading">A change proposed to “{current.title}”</h1>
      <p className="govuk-body">
        By {by}, {londonTimeInFull(at)}.{' '}
        <Link className="govuk-link" href={`/events/${slug}`}>
          See the event’s page
        </Link>
      </p>
      {others && <p className="govuk-inset-text pw-open-notice">{others}</p>}
      <CommentList comments={comments} />
      {(stale || current.version !== baseVersion) && state === 'open' && (
        <p className="pw-banner pw-banner--refused" role="alert">
          The event was saved since this change was made: it cannot be accepted over that. Return it, so that
          its writer can make it again.
        </p>
      )}
      <DifferenceTable
        caption="Field by field, what would change"
        differences={differences}
        before="Published now"
        after="Proposed"
      />
      {state === 'open' ? (
        <Decide
          id={id}
          seen={at}
          own={env().FOUR_EYES === 'on' && proposedBy === user.id}
          missing={why === 'missing'}
        />
      ) : (
        <p className="govuk-body">This change was {state}.</p>
      )}
    </>
  );
}
