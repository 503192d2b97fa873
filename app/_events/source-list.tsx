import { sourceCitation, type CitedIn } from '@/lib/citation';
import { formatDay } from '@/lib/days';
import type { EventSource } from '@/lib/event';
import { credibilityTerms, labelOf, reliabilityTerms } from '@/lib/vocabulary';

/** Numbered sources, each with its citation, its place in the work, and what is known of its worth. */
export function SourceList({
  sources,
  articles,
}: {
  sources: readonly EventSource[];
  articles: ReadonlyMap<string, CitedIn>;
}) {
  return (
    <ol className="govuk-list govuk-list--number pw-sources">
      {sources.map((source, i) => (
        <li key={i}>
          {sourceCitation(source, articles.get(source.article ?? '') ?? null)}.
          {source.quotation && <q className="pw-sources__quote">{source.quotation}</q>}
          <ul className="pw-sources__more">
            {source.url && (
              <li>
                <a className="govuk-link" href={source.url} rel="noreferrer nofollow">
                  Open the source
                </a>
              </li>
            )}
            {source.archiveUrl && (
              <li>
                <a className="govuk-link" href={source.archiveUrl} rel="noreferrer nofollow">
                  Archived copy
                </a>
              </li>
            )}
            {source.accessedOn && <li>Read on {formatDay(source.accessedOn)}</li>}
            {source.reliability && <li>Reliability {labelOf(reliabilityTerms, source.reliability)}</li>}
            {source.credibility && <li>Credibility {labelOf(credibilityTerms, source.credibility)}</li>}
            {source.licence && <li>{source.licence}</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
