import { plainCitation, type CitationOf } from '@/lib/citation';

/** The record in citation forms, and its permanent address. */
export function CiteThis(props: CitationOf) {
  const { event, url } = props;
  return (
    <section aria-labelledby="cite-title">
      <h2 className="govuk-heading-m" id="cite-title">
        Cite this
      </h2>
      <p className="govuk-body pw-cite">{plainCitation(props)}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/events/${event.slug}/cite?as=bibtex`} download>
          BibTeX
        </a>{' '}
        <a className="govuk-link pw-spaced" href={`/events/${event.slug}/cite?as=ris`} download>
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
