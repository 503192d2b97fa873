import { TrendSign } from '@/app/_assessments/trend-sign';
import { Picture, type ChartPicture } from '@/app/_charts/picture';
import { Link } from '@/app/_ui/link';
import { PILLAR_NOTE, type Briefing } from '@/lib/briefing/briefing';
import { eventHref } from '@/lib/event-href';
import { countOf, formatCount } from '@/lib/numbers';

interface Props {
  briefing: Briefing;
  pictures: readonly ChartPicture[];
}

function Events({ events, more, address, asOf }: Briefing) {
  return (
    <section aria-labelledby="brief-events">
      <h2 id="brief-events">Latest events</h2>
      <ul className="pw-brief__events">
        {events.map((event) => (
          <li key={event.slug}>
            <strong>
              {event.date}: <Link href={eventHref(event.slug, asOf)}>{event.title}</Link>
            </strong>{' '}
            ({event.place}; {event.pillars}; {event.confidence}). {event.summary}{' '}
            {event.sources.map((n) => (
              <a key={n} href={`#source-${n}`} aria-label={`Source ${n}`}>
                [{n}]
              </a>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          {countOf(more, 'more event')}{' '}
          <Link href={address.replace('/briefing', '/events')}>in the record</Link>.
        </p>
      )}
    </section>
  );
}

function Assessments({ assessments }: Briefing) {
  return (
    <section aria-labelledby="brief-assessments">
      <h2 id="brief-assessments">Assessments</h2>
      <ul className="pw-brief__events">
        {assessments.map(({ of, trend, reason }) => (
          <li key={of}>
            <strong>{of}:</strong> <TrendSign trend={trend} />. {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The brief itself: what is printed. */
export function BriefBody({ briefing, pictures }: Props) {
  const { title, sentence, filters, state, marking, pillars, sources, address, madeOn } = briefing;
  return (
    <article className="pw-brief">
      <p className="pw-brief__marking">{marking}</p>
      <h1 className="pw-heading">{title}</h1>
      <p className="pw-sentence">{sentence}</p>
      <p className="pw-brief__state">
        {filters}. {state}.
      </p>
      <dl className="pw-brief__pillars">
        {pillars.map(({ label, short, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{formatCount(count)}</b> {short}
            </dd>
          </div>
        ))}
      </dl>
      <p className="pw-brief__state">{PILLAR_NOTE}</p>
      {briefing.events.length > 0 &&
        pictures.map((picture) => (
          <figure key={picture.title} className="pw-brief__picture">
            <div role="region" aria-label={picture.title} tabIndex={0}>
              <Picture picture={picture} marking="" foot={[]} />
            </div>
            <figcaption>Scroll across to see the whole picture.</figcaption>
          </figure>
        ))}
      {briefing.assessments.length > 0 && <Assessments {...briefing} />}
      {briefing.events.length > 0 && <Events {...briefing} />}
      {sources.length > 0 && (
        <section aria-labelledby="brief-sources">
          <h2 id="brief-sources">Sources</h2>
          <ol className="pw-brief__sources">
            {sources.map((source, i) => (
              <li key={i} id={`source-${i + 1}`}>
                {source}.
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="pw-brief__state">
        Pillarwatch, {address}, {madeOn}.
      </p>
      <p className="pw-brief__marking">{marking}</p>
    </article>
  );
}
