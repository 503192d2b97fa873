import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import type { EventRecord } from '@/lib/event';
import { londonTimeInFull } from '@/lib/london-time';

/** A change that the person has sent to review, or that came back to them. */
export interface OwnProposal {
  id: number;
  at: string;
  state: 'open' | 'accepted' | 'returned';
}

interface Props {
  event: EventRecord;
  /** An earlier version that stands in the form. */
  version: number | null;
  /** The person's own change, and whether it stands in the form. */
  own: OwnProposal | null;
  held: boolean;
}

function Restoring({ event, version }: { event: EventRecord; version: number }) {
  return (
    <Banner>
      The form holds version {version} as it was. Saving writes it as a new version
      {event.status === 'published' && ', by the same rules as any change'}; the status stays as it is.{' '}
      <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
        Go back to version {event.version}
      </Link>
    </Banner>
  );
}

/** Says what stands in the form where that is not the event as it is, and how to have the other. */
export function HoldsNotice({ event, version, own, held }: Props) {
  if (version !== null && version !== event.version) return <Restoring {...{ event, version }} />;
  if (!own) return null;
  const [address, at] = [`/admin/events/${event.slug}`, londonTimeInFull(own.at)];
  const returned = own.state === 'returned';
  if (!held)
    return (
      <p className="govuk-inset-text">
        {returned ? `Your change of ${at} was returned to you.` : `You sent a change to review on ${at}.`}{' '}
        <Link className="govuk-link" href={`${address}?mine=${own.id}`}>
          Put it into the form
        </Link>
      </p>
    );
  return (
    <Banner>
      The form holds the change that you sent to review on {at}
      {returned
        ? ' and that was returned to you. Saving sends it again.'
        : '. Saving sends what is in the form in its place.'}{' '}
      <Link className="govuk-link" href={`${address}?mine=no`}>
        Start from the published event
      </Link>
    </Banner>
  );
}
