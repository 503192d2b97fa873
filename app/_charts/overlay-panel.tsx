import { Link } from '@/app/_ui/link';
import { Still } from '@/app/_ui/still';
import type { OverlayMarks } from '@/db/overlay';
import { belowText, type BelowChoice } from '@/lib/below';
import { eventHref } from '@/lib/event-href';
import type { Filters } from '@/lib/filters';
import { countOf, formatCount } from '@/lib/numbers';
import { overlayText, overlayWords, type Overlay } from '@/lib/overlay';
import { whenWords } from '@/lib/over-words';
import { placeName } from '@/lib/places';
import { eventTypes, labelOf, pillars, pillarTerms, typeTerms } from '@/lib/vocabulary';

interface Props {
  path: string;
  /** The rest of the address, which the forms keep: filters, and whatever else the page goes by. */
  query: string;
  asOf: Filters['asOf'];
  overlay: Overlay;
  marks: OverlayMarks;
  /** What can stand below the page's chart in time, and what does. */
  below: {
    chosen: { choice: BelowChoice } | null;
    options: readonly { value: string; label: string }[];
    /** Something was asked for that there is not. */
    missing?: boolean;
  };
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

/** The rest of the address as hidden fields, with one more parameter of its own. */
function Kept({ query, name, value }: { query: string; name: string; value: string | undefined }) {
  return withOne(query, name, value).map(([key, text]) => (
    <input key={`${key}=${text}`} type="hidden" name={key} value={text} />
  ));
}

const withOne = (query: string, name: string, value: string | undefined): [string, string][] => [
  ...[...new URLSearchParams(query)].filter(([key]) => key !== 'over' && key !== 'below'),
  ...(value === undefined ? [] : [[name, value] as [string, string]]),
];

/** Lockdowns and nothing by a link, other events by a form: all of it an address, with scripts or without. */
function Chooser({ path, query, overlay, below }: Omit<Props, 'marks'>) {
  const beneath = belowText(below.chosen?.choice ?? null);
  const hrefOver = (over: string | undefined): string => {
    const all = new URLSearchParams(withOne(query, 'below', beneath));
    if (over) all.set('over', over);
    return all.size > 0 ? `${path}?${all}` : path;
  };
  const choices = [
    { kind: 'lockdowns', over: undefined, label: 'Lockdowns in the places chosen' },
    { kind: 'none', over: 'none', label: 'Nothing' },
  ];
  return (
    <div className="pw-overlay__form">
      <p>
        Show over the charts:{' '}
        {choices.map(({ kind, over, label }) => (
          <Link key={kind} href={hrefOver(over)} aria-current={overlay.kind === kind ? 'true' : undefined}>
            {label}
          </Link>
        ))}
        or other events:
      </p>
      <form method="get" action={path} aria-label="Events over the charts">
        <Kept query={query} name="below" value={beneath} />
        <SecondFilter chosen={overlay.kind === 'events' ? overlay.filters : null} />
        <button type="submit" name="over" value="events" className="govuk-button govuk-button--secondary">
          Show these
        </button>
      </form>
    </div>
  );
}

/** A series or an indicator for the panel below, or nothing. */
function BelowChooser({ path, query, overlay, below }: Omit<Props, 'marks'>) {
  if (below.options.length === 0) return null;
  return (
    <form method="get" action={path} className="pw-overlay__form" aria-label="Below the chart">
      <Kept query={query} name="over" value={overlayText(overlay)} />
      <div className="pw-overlay__filter">
        <label>
          <span>Below the chart, in a panel of its own</span>
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

/** Marks that are defined in the panel; those beyond are named, and their events' pages say the rest. */
const DEFINED = 20;

/** Each mark with its dates, its definition and where that comes from. */
function About({ marks, asOf }: { marks: OverlayMarks; asOf: Filters['asOf'] }) {
  return (
    <Still as="ul" className="pw-overlay__about">
      {marks.bands.map((mark, i) => (
        <li key={mark.slug}>
          {whenWords(mark)}:{' '}
          <Link className="govuk-link" href={eventHref(mark.slug, asOf)}>
            {mark.title}
          </Link>
          {i < DEFINED && (
            <>
              . {mark.definition} <span className="pw-quiet">{mark.source}.</span>
            </>
          )}
        </li>
      ))}
    </Still>
  );
}

/** What lies over the charts of a page: what it is and where its definition comes from, and a form to choose another. */
export function OverlayPanel(props: Props) {
  const { overlay, marks, asOf, below } = props;
  const left = marks.total - marks.bands.length;
  return (
    <section className="pw-overlay" aria-label="What lies over the charts">
      {below.missing && (
        <p className="pw-banner pw-banner--refused" role="alert">
          What the address asks for below the chart is no series or indicator of this record: it was left out.
        </p>
      )}
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
        <About marks={marks} asOf={asOf} />
      </details>
    </section>
  );
}
