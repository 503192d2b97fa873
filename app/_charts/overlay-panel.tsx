import Link from 'next/link';
import type { OverlayMarks } from '@/db/overlay';
import { belowText, type BelowChoice } from '@/lib/below';
import { formatDateSpan } from '@/lib/date-words';
import { eventHref } from '@/lib/event-href';
import { filtersToQuery, hrefWith, type Filters } from '@/lib/filters';
import { countOf, formatCount } from '@/lib/numbers';
import { overlayText, overlayWords, type Overlay } from '@/lib/overlay';
import { placeName } from '@/lib/places';
import { eventTypes, labelOf, pillars, pillarTerms, typeTerms } from '@/lib/vocabulary';

interface Props {
  path: string;
  filters: Filters;
  overlay: Overlay;
  marks: OverlayMarks;
  /** Other parameters of the page that the form keeps. */
  keep?: Record<string, string | undefined>;
  /** What can stand below the page's chart by period, and what does; only where the page has one. */
  below?: { chosen: { choice: BelowChoice } | null; options: readonly { value: string; label: string }[] };
}

/** The second filter: type, pillar, place and words. */
function SecondFilter({ chosen }: { chosen: Filters | null }) {
  return (
    <div className="pw-overlay__filter">
      <label>
        <span>Type</span>
        <select className="govuk-select" name="over.type" defaultValue={chosen?.type[0] ?? ''}>
          <option value="">Any</option>
          {eventTypes.map((code) => (
            <option key={code} value={code}>
              {labelOf(typeTerms, code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Pillar</span>
        <select className="govuk-select" name="over.pillar" defaultValue={chosen?.pillar[0] ?? ''}>
          <option value="">Any</option>
          {pillars.map((code) => (
            <option key={code} value={code}>
              {labelOf(pillarTerms, code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Place (this page’s where empty)</span>
        <input
          className="pw-filter__text"
          name="over.region"
          defaultValue={chosen?.region[0] ? placeName(chosen.region[0]) : ''}
          autoComplete="off"
        />
      </label>
      <label>
        <span>Words</span>
        <input className="pw-filter__text" name="over.q" defaultValue={chosen?.q ?? ''} maxLength={200} />
      </label>
    </div>
  );
}

/** Lockdowns and nothing by a link, other events by a form: all of it an address, with scripts or without. */
function Chooser({ path, filters, overlay, keep = {} }: Omit<Props, 'marks'>) {
  const kept = [...new URLSearchParams(filtersToQuery(filters, keep))].filter(([name]) => name !== 'over');
  const choices = [
    { kind: 'lockdowns', over: undefined, label: 'Lockdowns in the places chosen' },
    { kind: 'none', over: 'none', label: 'Nothing' },
  ];
  return (
    <div className="pw-overlay__form">
      <p>
        Show over the charts:{' '}
        {choices.map(({ kind, over, label }) => (
          <Link
            key={kind}
            href={hrefWith(path, filters, { ...keep, over })}
            aria-current={overlay.kind === kind ? 'true' : undefined}
            prefetch={false}
          >
            {label}
          </Link>
        ))}
        or other events:
      </p>
      <form method="get" action={path} aria-label="Events over the charts">
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <SecondFilter chosen={overlay.kind === 'events' ? overlay.filters : null} />
        <button type="submit" name="over" value="events" className="govuk-button govuk-button--secondary">
          Show these
        </button>
      </form>
    </div>
  );
}

/** A series or an indicator for the panel below, or nothing. */
function BelowChooser({ path, filters, overlay, below }: Omit<Props, 'marks'>) {
  if (!below || below.options.length === 0) return null;
  const kept = [...new URLSearchParams(filtersToQuery(filters, { over: overlayText(overlay) }))];
  return (
    <form method="get" action={path} className="pw-overlay__form" aria-label="Below the chart by period">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="pw-overlay__filter">
        <label>
          <span>Below the chart by period</span>
          <select
            className="govuk-select pw-overlay__wide"
            name="below"
            defaultValue={belowText(below.chosen?.choice ?? null) ?? ''}
          >
            <option value="">Nothing</option>
            {below.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show below
        </button>
      </div>
    </form>
  );
}

/** Each mark with its dates, its definition and where that comes from. */
function About({ marks, asOf }: { marks: OverlayMarks; asOf: Filters['asOf'] }) {
  return (
    <ul className="pw-overlay__about">
      {marks.about.map(({ slug, title, definition, source, ...when }) => (
        <li key={slug}>
          {formatDateSpan(when)}:{' '}
          <Link className="govuk-link" href={eventHref(slug, asOf)} prefetch={false}>
            {title}
          </Link>
          . {definition} <span className="pw-quiet">{source}.</span>
        </li>
      ))}
    </ul>
  );
}

/** What lies over the charts of a page: what it is and where its definition comes from, and a form to choose another. */
export function OverlayPanel(props: Props) {
  const { overlay, marks, filters } = props;
  const left = marks.total - marks.bands.length;
  return (
    <section className="pw-overlay" aria-label="What lies over the charts">
      <details open={overlay.kind === 'events'}>
        <summary>
          Over the charts: {overlayWords(overlay)}
          {overlay.kind !== 'none' && ` (${formatCount(marks.total)})`}
        </summary>
        <Chooser {...props} />
        <BelowChooser {...props} />
        {overlay.kind === 'events' && (
          <p>
            Dots and lines mark single days; bands run over the days within which an event lies or through
            which it lasted. That they stand together says nothing of cause.
            {left > 0 &&
              ` The first ${countOf(marks.bands.length, 'event')} are drawn; ${formatCount(left)} are not.`}
          </p>
        )}
        <About marks={marks} asOf={filters.asOf} />
      </details>
    </section>
  );
}
