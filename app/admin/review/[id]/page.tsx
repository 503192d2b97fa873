import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { database } from '@/db/client';
import { readProposal } from '@/db/review';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import { env } from '@/lib/env';
import { londonTimeInFull } from '@/lib/london-time';
import { DifferenceTable } from '../../_history/difference-table';
import { decideProposalAction } from '../actions';

export const metadata: Metadata = { title: 'A proposed change' };

const WHY_MISSING = 'Say why you return it';

/** Accept, or return with a comment. */
function Decide({ id, seen, own, missing }: { id: number; seen: string; own: boolean; missing: boolean }) {
  return (
    <form action={decideProposalAction}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      {own ? (
        <p className="govuk-body">Somebody else must accept what you wrote.</p>
      ) : (
        <button type="submit" name="decision" value="accept" className="govuk-button">
          Accept and publish
        </button>
      )}
      <div className={missing ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label className="govuk-label" htmlFor="why">
          What is to be changed?
        </label>
        {missing && (
          <p className="govuk-error-message" id="why-error">
            <span className="govuk-visually-hidden">Error:</span> {WHY_MISSING}
          </p>
        )}
        <textarea
          className="govuk-textarea"
          id="why"
          name="why"
          rows={2}
          maxLength={2000}
          aria-describedby={missing ? 'why-error' : undefined}
        />
      </div>
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
  return (
    <>
      {why === 'missing' && <ErrorSummary errors={[{ field: 'why', message: WHY_MISSING }]} />}
      <h1 className="pw-heading">A change proposed to “{current.title}”</h1>
      <p className="govuk-body">
        By {by}, {londonTimeInFull(at)}.{' '}
        <Link className="govuk-link" href={`/events/${slug}`}>
          See the event’s page
        </Link>
      </p>
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
