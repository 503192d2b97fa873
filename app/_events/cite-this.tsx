import { plainCitation, type CitationOf } from '@/lib/citation';
import type { Day } from '@/lib/days';

/** The record in citation forms, and its permanent address; with the day, where it is cited as known on one. */
export function CiteThis({ asOf, ...props }: CitationOf & { asOf: Day | null }) {
  const { event, url } = props;
  const as = (form: string): string => `/events/${event.slug}/cite?as=${form}${asOf ? `&asOf=${asOf}` : ''}`;
  return (
    <section aria-labelledby="cite-title">
      <h2 className="govuk-heading-m" id="cite-title">
        Cite this
      </h2>
      <p className="govuk-body pw-cite">{plainCitation(props)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={as('bibtex')} download>
          BibTeX
        </a>{' '}
        <a className="govuk-link pw-spaced" href={as('ris')} download>
          RIS
        </a>
      </p>
      <label className="govuk-label" htmlFor="share-link">
        Link to share
      </label>
      <input className="govuk-input" id="share-link" type="text" readOnly value={url} />
    </section>
  );
}
