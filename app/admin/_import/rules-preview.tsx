import type { FilePreview } from '@/app/_http/rules-preview';
import { BlockTable } from '@/app/_ui/block-table';
import { countOf, formatCount } from '@/lib/numbers';

const columns = ['Are now', 'Would be', 'Rows', 'One of them'] as const;

/** What changed rules would do to a file. */
export function RulesPreviewPart({ preview }: { preview: FilePreview }) {
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview" tabIndex={-1}>
        What these rules would do
      </h2>
      {'none' in preview ? (
        <p className="govuk-body">{preview.none}</p>
      ) : (
        <>
          <p className="govuk-body">
            {preview.whole ? 'Of ' : 'Of the first '}
            {countOf(preview.judged, preview.judged === preview.rows ? 'row' : 'spell')} of {preview.file},{' '}
            <b>
              {preview.changed === 0 ? 'none would change' : `${formatCount(preview.changed)} would change`}
            </b>
            . Nothing is saved yet, and events that are in the record stay as they are.
          </p>
          {preview.missing.length > 0 && (
            <p className="govuk-inset-text">
              The file has no column {preview.missing.map((name) => `“${name}”`).join(', ')}: a rule that asks
              for it holds only for <code>(empty)</code>.
            </p>
          )}
          {preview.changes.length > 0 && (
            <BlockTable
              caption="Rows that become something else"
              columns={columns}
              rows={preview.changes}
              keyOf={({ from, to }) => `${from} ${to}`}
              cellsOf={({ from, to, count, example }) => ({
                'Are now': from,
                'Would be': to,
                Rows: formatCount(count),
                'One of them': example,
              })}
            />
          )}
        </>
      )}
    </section>
  );
}
