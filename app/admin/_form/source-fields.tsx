import type { ReactNode } from 'react';
import type { FieldError } from '@/app/_ui/form/error-summary';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field';
import type { EventDraft } from '@/lib/event-draft';
import { credibilityTerms, reliabilityTerms, type Term } from '@/lib/vocabulary';
import { RepeatingGroup } from './repeating-group';

interface Props {
  draft: EventDraft;
  errors: readonly FieldError[];
  articles: readonly { code: string; label: string }[];
  /** What stands above the sources: a box that fills one. */
  above: ReactNode;
}

type Source = EventDraft['sources'][number];

/** The grades of the Admiralty system with their meanings, for those who do not know them by heart. */
function Grades({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className="pw-grades">
      {terms.map(({ code, label, definition }) => (
        <div key={code}>
          <dt>{label}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RowProps {
  row: number;
  source: Source;
  errors: readonly FieldError[];
  articles: Props['articles'];
}

function Work({ row, source, errors }: Omit<RowProps, 'articles'>) {
  const text = (key: keyof Source) => ({ name: `sources.${row}.${key}`, defaultValue: source[key], errors });
  return (
    <>
      <TextField {...text('title')} label="Title of the source" />
      <div className="pw-row__fields">
        <TextField {...text('author')} label="Author (optional)" />
        <TextField {...text('publisher')} label="Publisher (optional)" />
        <TextField {...text('url')} label="Web address (optional)" type="url" inputMode="url" />
        <TextField {...text('archiveUrl')} label="Archived copy (optional)" type="url" inputMode="url" />
        <TextField {...text('publishedOn')} label="Published on (optional)" hint="Like 23 March 2020" />
        <TextField {...text('accessedOn')} label="Read on (optional)" hint="Like 23 March 2020" />
      </div>
    </>
  );
}

function Locator({ row, source, errors, articles }: RowProps) {
  const text = (key: keyof Source) => ({ name: `sources.${row}.${key}`, defaultValue: source[key], errors });
  return (
    <>
      <SelectField
        {...text('article')}
        label="Article that cites it (optional)"
        hint="Where the source is known through one of these; leave it where you read the source itself."
        options={articles}
        empty="None: read directly"
      />
      <div className="pw-row__fields pw-row__fields--three">
        <TextField {...text('page')} label="Page (optional)" />
        <TextField {...text('paragraph')} label="Paragraph (optional)" inputMode="numeric" />
        <TextField {...text('footnote')} label="Footnote (optional)" inputMode="numeric" />
      </div>
    </>
  );
}

function Judgement({ row, source, errors }: Omit<RowProps, 'articles'>) {
  const text = (key: keyof Source) => ({ name: `sources.${row}.${key}`, defaultValue: source[key], errors });
  return (
    <>
      <div className="pw-row__fields">
        <SelectField
          {...text('reliability')}
          label="Reliability of the source (optional)"
          options={reliabilityTerms}
          empty="Not graded"
        />
        <SelectField
          {...text('credibility')}
          label="Credibility of the information (optional)"
          options={credibilityTerms}
          empty="Not graded"
        />
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">What the grades mean</span>
        </summary>
        <div className="govuk-details__text pw-row__fields">
          <Grades terms={reliabilityTerms} />
          <Grades terms={credibilityTerms} />
        </div>
      </details>
    </>
  );
}

/** Where it says so: the work, the place in it, how far to trust it, and what of it may be shown. */
export function SourceFields({ draft: { sources }, errors, articles, above }: Props) {
  return (
    <RepeatingGroup
      group="sources"
      one="Source"
      hint="Where it says so, as exactly as possible. An event needs at least one."
      count={sources.length}
      above={above}
    >
      {(row) => {
        const source = sources[row]!;
        const text = (key: keyof Source) => ({
          name: `sources.${row}.${key}`,
          defaultValue: source[key],
          errors,
        });
        return (
          <>
            <Work {...{ row, source, errors }} />
            <Locator {...{ row, source, errors, articles }} />
            <Judgement {...{ row, source, errors }} />
            <TextAreaField
              {...text('quotation')}
              label="Short quotation (optional)"
              hint="Only where the source’s terms allow one; never from the corpus."
              rows={2}
            />
            <TextField
              {...text('licence')}
              label="Licence of the source (optional)"
              hint="Like OGL 3.0, CC BY 4.0, or All rights reserved"
            />
          </>
        );
      }}
    </RepeatingGroup>
  );
}
