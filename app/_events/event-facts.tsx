import type { ReactNode } from 'react';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { formatDateSpan } from '@/lib/date-words';
import { formatDay } from '@/lib/days';
import type { EventRecord } from '@/lib/event';
import { OWN_SCHEME } from '@/lib/event-draft';
import { hrefWith, noFilters } from '@/lib/filters';
import { placeLine, placeName } from '@/lib/places';
import type { SourceSet } from '@/lib/source-sets';
import {
  confidenceTerms,
  labelOf,
  markingTerms,
  measureTerms,
  pillarTerm,
  roleTerms,
  typeTerms,
} from '@/lib/vocabulary';

/** What the precision of the date means for this event, in a sentence. */
function datingSentence({ startsOn, endsOn, precision }: EventRecord): string {
  if (precision === 'reported')
    return `Known only by the day it was reported: it happened on or shortly before ${formatDay(endsOn)}.`;
  if (precision === 'day')
    return startsOn === endsOn ? 'The source gives the day.' : 'The source gives the first and the last day.';
  return `Some time from ${formatDay(startsOn)} to ${formatDay(endsOn)}: the source is no more exact.`;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

function Place({ code }: { code: string }) {
  return placeLine(code).map((place, i) => (
    <span key={place.code}>
      {i > 0 && <span aria-hidden="true"> › </span>}
      <Link className="govuk-link" href={`/regions/${place.code}`}>
        {place.name}
      </Link>
    </span>
  ));
}

type Row = readonly [name: string, value: ReactNode];

function Dating({ event }: { event: EventRecord }) {
  return (
    <>
      <strong>{formatDateSpan(event)}</strong>
      <br />
      <span className="pw-quiet">{datingSentence(event)}</span>
      {event.dateText && <span className="pw-quiet"> In the source’s words: “{event.dateText}”.</span>}
    </>
  );
}

function EventKind({ event }: { event: EventRecord }) {
  const type = typeTerms.find((term) => term.code === event.type)!;
  return (
    <>
      <Link className="govuk-link" href={hrefWith('/events', { ...noFilters, type: [event.type] })}>
        {type.label}
      </Link>
      <br />
      <span className="pw-quiet">{type.definition}</span>
    </>
  );
}

function Pillars({ event }: { event: EventRecord }) {
  return (
    <ul className="pw-plain">
      {event.pillars.map((code) => (
        <li key={code}>
          <PillarMark pillar={code} />{' '}
          <Link className="govuk-link" href={`/pillars/${code}`}>
            {pillarTerm(code).label}
          </Link>
          : <span className="pw-quiet">{pillarTerm(code).short}</span>
        </li>
      ))}
    </ul>
  );
}

function placeRows(event: EventRecord): Row[] {
  const linkTo = (code: string) => (
    <Link className="govuk-link" href={`/regions/${code}`}>
      {placeName(code)}
    </Link>
  );
  return [
    ['Place', <Place key="place" code={event.region} />],
    ['Town or site', event.locality],
    [
      'Position',
      event.latitude === null ? null : `${event.latitude}, ${event.longitude} (latitude, longitude)`,
    ],
    [
      'Crossed a border',
      event.origin && (
        <>
          From {linkTo(event.origin)} to {linkTo(event.region)}
        </>
      ),
    ],
  ];
}

function Actors({ event }: { event: EventRecord }) {
  return (
    <ul className="pw-plain">
      {event.actors.map((actor) => (
        <li key={actor.name + actor.role}>
          <Link className="govuk-link" href={hrefWith('/events', { ...noFilters, actor: [actor.name] })}>
            {actor.name}
          </Link>{' '}
          <span className="pw-quiet">{labelOf(roleTerms, actor.role).toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}

function Measures({ event }: { event: EventRecord }) {
  return (
    <ul className="pw-plain">
      {event.measures.map((measure, i) => (
        <li key={i}>
          {labelOf(measureTerms, measure.measure)}:{' '}
          <strong>{numbers.format(measure.value).replace('-', '−')}</strong> {measure.unit}
        </li>
      ))}
    </ul>
  );
}

function Confidence({ event }: { event: EventRecord }) {
  const confidence = confidenceTerms.find((term) => term.code === event.confidence)!;
  return (
    <>
      {confidence.label}: <span className="pw-quiet">{confidence.definition}</span>
    </>
  );
}

function Linked({ linked }: { linked: readonly { slug: string; title: string }[] }) {
  return (
    <ul className="pw-plain">
      {linked.map(({ slug, title }) => (
        <li key={slug}>
          <Link className="govuk-link" href={`/events/${slug}`}>
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function FromSet({ set }: { set: SourceSet }) {
  return (
    <>
      <Link className="govuk-link" href={hrefWith('/events', { ...noFilters, set: [set.key] })}>
        {set.title}
      </Link>
      {set.reference && <span className="pw-quiet"> {set.description}</span>}
      {set.attribution && (
        <>
          <br />
          <span className="pw-quiet">
            {[set.attribution, set.licence].filter(Boolean).join('. ')}
            {set.url && (
              <>
                . <a href={set.url}>{set.url}</a>
              </>
            )}
          </span>
        </>
      )}
    </>
  );
}

/** Every field of the event that is known; what is not known is said to be so where a reader would look for it. */
export function EventFacts({
  event,
  linked,
  set,
}: {
  event: EventRecord;
  linked: readonly { slug: string; title: string }[];
  set: SourceSet;
}) {
  const identifiers = event.externalIds.filter(({ scheme }) => !OWN_SCHEME.test(scheme));
  const rows: Row[] = [
    ['Date', <Dating key="date" event={event} />],
    ['Type', <EventKind key="type" event={event} />],
    ['Pillars', <Pillars key="pillars" event={event} />],
    ...placeRows(event),
    ['Actors', event.actors.length > 0 && <Actors event={event} />],
    ['Measures', event.measures.length > 0 && <Measures event={event} />],
    ['Confidence', <Confidence key="confidence" event={event} />],
    ['Marking', labelOf(markingTerms, event.marking)],
    ['Tags', event.tags.join(', ')],
    ['Other identifiers', identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(', ')],
    ['Linked events', linked.length > 0 && <Linked linked={linked} />],
    ['Source set', <FromSet key="set" set={set} />],
  ];
  return (
    <dl className="govuk-summary-list pw-facts">
      {rows.map(
        ([name, value]) =>
          value && (
            <div className="govuk-summary-list__row" key={name}>
              <dt className="govuk-summary-list__key">{name}</dt>
              <dd className="govuk-summary-list__value">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
