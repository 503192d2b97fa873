import { Link } from '@/app/_ui/link';
import type { LastChange } from '@/db/event-form';
import { londonTimeInFull } from '@/lib/london-time';

interface Props {
  event: { slug: string; version: number };
  change: LastChange | null;
}

/** Whose event it is, when it was last changed, and what else there is of it. */
export function AboutEvent({ event: { slug, version }, change }: Props) {
  const saved = change && `, saved on ${londonTimeInFull(change.at)}`;
  const by = change && (change.by ? ` by ${change.by}` : ', from the coded corpus');
  const links = [
    { href: `/events/${slug}`, words: 'See the event’s page' },
    { href: `/admin/events/${slug}/history`, words: 'Compare its versions' },
    { href: `/admin/evidence/link?event=${slug}`, words: 'Link it to a question' },
  ];
  return (
    <>
      <p className="govuk-body pw-quiet">
        Version {version}
        {saved}
        {by}.
      </p>
      <ul className="govuk-list pw-about-links">
        {links.map(({ href, words }) => (
          <li key={href}>
            <Link className="govuk-link" href={href}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
