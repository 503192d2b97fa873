import { Link } from '@/app/_ui/link';
import { sourceCitation, type CitedIn } from '@/lib/citation';
import { formatDateSpan } from '@/lib/date-words';
import { formatDay, type Day } from '@/lib/days';
import { eventHref } from '@/lib/event-href';
import type { EvidenceItem } from '@/lib/evidence/balance';
import { standingTerms, type StandingBearing } from '@/lib/evidence/evidence';
import { placeName } from '@/lib/places';

interface Props {
  items: readonly EvidenceItem[];
  articles: ReadonlyMap<string, CitedIn>;
  asOf: Day | null;
}

const titles: Record<StandingBearing, string> = {
  supports: 'Supporting',
  against: 'Against',
  context: 'Context',
};

function Item({ item: { event, note }, articles, asOf }: Omit<Props, 'items'> & { item: EvidenceItem }) {
  const archived = event.status === 'archived';
  return (
    <li>
      <Link className="govuk-link" href={eventHref(event.slug, asOf)}>
        {event.title}
      </Link>{' '}
      <span className="pw-quiet">
        {formatDateSpan(event)}, {placeName(event.region)}
      </span>
      {archived && (
        <>
          {' '}
          <strong className="govuk-tag govuk-tag--grey">Archived, not counted</strong>
        </>
      )}
      <p>{note}</p>
      <ul className="pw-evidence__sources">
        {event.sources.map((source, i) => (
          <li key={i}>
            {sourceCitation(source, articles.get(source.article ?? '') ?? null)}
            {source.accessedOn && `, read on ${formatDay(source.accessedOn)}`}.{' '}
            {source.url && (
              <a className="govuk-link" href={source.url} rel="noreferrer nofollow">
                Open<span className="govuk-visually-hidden"> “{source.title}”</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Each event that bears on a question, by how it does, latest first: why, and what the event rests on. */
export function EvidenceList({ items, articles, asOf }: Props) {
  return standingTerms.map(({ code, definition }) => {
    const of = items.filter(({ bearing }) => bearing === code);
    if (of.length === 0) return null;
    return (
      <section key={code} aria-labelledby={`evidence-${code}`} className="pw-evidence">
        <h3 className="govuk-heading-s" id={`evidence-${code}`}>
          {titles[code]} <span className="pw-quiet">({definition.replace(/\.$/, '')})</span>
        </h3>
        <ul>
          {of.map((item) => (
            <Item key={item.id} {...{ item, articles, asOf }} />
          ))}
        </ul>
      </section>
    );
  });
}
