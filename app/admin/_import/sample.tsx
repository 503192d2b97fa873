import { formatDateSpan } from '@/lib/date-words';
import { rowWords, type Outcome } from '@/lib/import/outcome';
import { countOf } from '@/lib/numbers';
import { placeName } from '@/lib/places';
import { labelOf, pillarTerms, typeTerms } from '@/lib/vocabulary';

function Made({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'skipped')
    return (
      <li>
        <strong className="govuk-tag govuk-tag--grey">Left out</strong> Row {outcome.row}: {outcome.reason}
      </li>
    );
  if (outcome.kind === 'rejected')
    return (
      <li>
        <strong className="govuk-tag govuk-tag--red">Rejected</strong> Row{' '}
        {rowWords(outcome.row, outcome.problems[0])}:{' '}
        {outcome.problems
          .map(
            ({ column, value, reason }) =>
              `${column}${value ? ` (${value.slice(0, 60)})` : ''}${column ? ': ' : ''}${reason}`,
          )
          .join('; ')}
      </li>
    );
  const { event } = outcome;
  return (
    <li>
      <b>{event.title}</b>
      <br />
      {formatDateSpan(event)}, {placeName(event.region)}
      {event.locality && `, ${event.locality}`}
      <br />
      <span className="pw-quiet">
        {labelOf(typeTerms, event.type)};{' '}
        {event.pillars.map((pillar) => labelOf(pillarTerms, pillar)).join(', ')}
        {event.measures.map(({ value, unit, measure }) => `; ${value} ${unit} (${measure})`).join('')}
      </span>
    </li>
  );
}

/** What the first rows of a file become. */
export function Sample({ outcomes, rows }: { outcomes: readonly Outcome[]; rows: number }) {
  const rejected = outcomes.filter(({ kind }) => kind === 'rejected').length;
  const events = outcomes.filter(({ kind }) => kind === 'event').length;
  const skipped = outcomes.filter(({ kind }) => kind === 'skipped').length;
  // Reasons to look at come first.
  const shown = [
    ...outcomes.filter(({ kind }) => kind === 'rejected').slice(0, 3),
    ...outcomes.filter(({ kind }) => kind === 'event').slice(0, 8),
    ...outcomes.filter(({ kind }) => kind === 'skipped').slice(0, 1),
  ];
  return (
    <section aria-labelledby="sample-title" className="pw-import-sample">
      <h2 className="govuk-heading-m" id="sample-title">
        What the first {countOf(rows, 'row')} become
      </h2>
      <p className="govuk-body">
        {countOf(events, 'event')}, {countOf(rejected, 'row')} rejected
        {skipped > 0 && `, ${countOf(skipped, 'row')} left out`}.
      </p>
      <ul className="govuk-list">
        {shown.map((outcome) => (
          <Made
            key={outcome.kind === 'event' ? `e${outcome.event.slug}${outcome.rows[0]}` : `r${outcome.row}`}
            outcome={outcome}
          />
        ))}
      </ul>
    </section>
  );
}
