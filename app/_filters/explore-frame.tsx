import type { ReactNode } from 'react';
import { DownloadView } from '@/app/_download/download-view';
import { LiveNotice } from '@/app/_ui/live-notice';
import { countHeading } from '@/lib/count-words';
import { env } from '@/lib/env';
import type { Facets } from '@/lib/facets';
import {
  filterKeys,
  filtersToQuery,
  hrefWith,
  withFilters,
  type FilterProblem,
  type Filters,
} from '@/lib/filters';
import type { KnownOn } from '@/lib/known-since';
import { AskLinks } from './ask-links';
import { CanonicalUrl } from './canonical-url';
import { ChosenFilters } from './chosen-filters';
import { FilterForm } from './filter-form';
import { FilterProblems } from './filter-problems';
import { KnownNotice } from './known-notice';
import { ReferenceNote } from './reference-note';

interface Props {
  /** The page's own path: where the form leads and chips link to. */
  path: string;
  /** The filters as they stand in the URL. */
  filters: Filters;
  problems: readonly FilterProblem[];
  facets: Facets;
  /** Where the record is shown as known on a past day: which, and what has changed since. */
  known?: KnownOn | null;
  /** The <h1>; the count in words where the page has no name of its own. */
  heading?: string;
  /** One sentence that says what stands out. */
  sentence?: ReactNode;
  /** Other parameters of the page that filters keep. */
  keep?: Record<string, string | undefined>;
  /** Filters that the page itself fixes, and the filters of the view with them. */
  fixed?: readonly (keyof Filters)[];
  asked?: Filters;
  /** What stands above the heading, such as breadcrumbs. */
  above?: ReactNode;
  /** Buttons beside the chips. */
  actions?: ReactNode;
  children: ReactNode;
}

const countChosen = (filters: Filters): number => filterKeys.flatMap((key) => filters[key] ?? []).length;

/** A filtered page: the filters on the left (a drawer on a phone), then heading, sentence, chips, and the answer. */
export function ExploreFrame(props: Props) {
  const { path, filters, problems, facets, keep = {}, fixed, sentence, above, actions, children } = props;
  const chosen = countChosen(filters);
  return (
    <div className="pw-explore">
      <div className="pw-filters" id="filters" popover="auto">
        <div className="pw-filters__top">
          <h2 className="pw-filters__heading">Filters</h2>
          <button
            type="button"
            className="pw-filters__close"
            popoverTarget="filters"
            popoverTargetAction="hide"
          >
            Close
          </button>
        </div>
        <FilterForm {...{ path, filters, facets, keep, fixed }} />
      </div>
      <div className="pw-explore__answer">
        {above}
        <FilterProblems problems={problems} />
        <KnownNotice
          known={props.known ?? null}
          nowHref={hrefWith(path, withFilters(filters, { asOf: null }), keep)}
        />
        <div className="pw-explore__top">
          <h1 className="pw-heading">{props.heading ?? countHeading(facets, filters)}</h1>
          <div className="pw-explore__actions">
            <button type="button" className="pw-filters-open" popoverTarget="filters">
              Filters{chosen > 0 && ` (${chosen} in use)`}
            </button>
            {actions}
          </div>
        </div>
        {sentence && (
          <p className="pw-sentence">
            {sentence} <ReferenceNote {...{ path, filters, facets, keep }} />
          </p>
        )}
        <ChosenFilters {...{ path, filters, facets, keep }} />
        {children}
        <AskLinks filters={props.asked ?? filters} />
        <DownloadView filters={props.asked ?? filters} total={facets.total} publicUrl={env().PUBLIC_URL} />
      </div>
      <LiveNotice query={filtersToQuery(props.asked ?? filters)} since={facets.revision} />
      <CanonicalUrl path={path} query={filtersToQuery(filters, keep)} clean={problems.length === 0} />
    </div>
  );
}
