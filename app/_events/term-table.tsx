import type { ReactNode } from 'react';
import { Link } from '@/app/_ui/link';
import type { Term } from '@/lib/vocabulary';

interface Props {
  caption: string;
  terms: readonly Term[];
  examples: ReadonlyMap<string, { slug: string; title: string }>;
  /** What stands before a word, such as its mark. */
  markOf?: (code: string) => ReactNode;
}

/** A closed list of the codebook: each word, what it means, and an event that shows it. */
export function TermTable({ caption, terms, examples, markOf }: Props) {
  return (
    <table className="govuk-table pw-terms">
      <caption className="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Word', 'What it means', 'Example'].map((head) => (
            <th key={head} scope="col" className="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {terms.map(({ code, label, definition }) => (
          <tr key={code} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {markOf?.(code)} {label}
            </th>
            <td className="govuk-table__cell">{definition}</td>
            <td className="govuk-table__cell">
              <Example event={examples.get(code)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Example({ event }: { event: { slug: string; title: string } | undefined }) {
  if (!event) return <span className="pw-quiet">No event in the record yet</span>;
  return (
    <Link className="govuk-link" href={`/events/${event.slug}`}>
      {event.title}
    </Link>
  );
}
