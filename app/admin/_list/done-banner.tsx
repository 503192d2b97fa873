import { Banner } from '@/app/_ui/banner';
import { ForgetSaved } from '@/app/_ui/forget-saved';
import { Link } from '@/app/_ui/link';
import { labelOf, statusTerms, type Status } from '@/lib/vocabulary';

interface DoneTo {
  slug: string;
  title: string;
  status: Status;
}

/** What was just done to an event, by the name of its parameter in the list's address. */
const doneWords = {
  saved: ({ status }: DoneTo) =>
    status === 'published'
      ? 'Saved, and on the dashboard'
      : `Saved as ${labelOf(statusTerms, status).toLowerCase()}: only editors see it`,
  published: () => 'Published, and on the dashboard',
  archived: () => 'Archived: off the dashboard, kept in the record',
  restored: ({ status }: DoneTo) =>
    status === 'published'
      ? 'Back on the dashboard'
      : `Restored as ${labelOf(statusTerms, status).toLowerCase()}: only editors see it`,
  proposed: () => 'Sent to review: readers see the event as it was until your change is accepted',
  returned: () => 'Returned to its writer with your comment',
  refused: () => 'Not changed, because someone has saved it since this list was made',
};

export type Done = keyof typeof doneWords;
export const doneKeys = Object.keys(doneWords) as Done[];

/** Says what was just done, with a link to the event. */
export function DoneBanner({ done, event }: { done: Done; event: DoneTo }) {
  return (
    <Banner refused={done === 'refused'}>
      {(done === 'saved' || done === 'proposed') && <ForgetSaved />}
      {doneWords[done](event)}:{' '}
      <Link className="govuk-link" href={`/admin/events/${event.slug}`}>
        {event.title}
      </Link>
    </Banner>
  );
}
