import { Link } from '@/app/_ui/link';
import { formatDay } from '@/lib/days';
import { countOf } from '@/lib/numbers';
import { hrefWith, isFiltered, type Filters } from '@/lib/filters';
import { FormatList } from './format-list';
import { Subscribe } from './subscribe';

interface Props {
  /** The view's own filters, with those that its page fixes. */
  filters: Filters;
  /** How many events pass. */
  total: number;
  /** Where the product stands, without a slash at the end. */
  publicUrl: string;
}

/** A filtered view to take away: every format in plain words, and how to be told of changes. */
export function DownloadView({ filters, total, publicUrl }: Props) {
  return (
    <section className="pw-download" id="download" aria-labelledby="download-title">
      <h2 className="pw-figure__title" id="download-title">
        Download this view
      </h2>
      <p className="pw-figure__subtitle">
        {countOf(total, 'event')}
        {isFiltered(filters) ? ', as filtered here' : ', the whole record'}
        {filters.asOf && `, as known on ${formatDay(filters.asOf)}`}. Every file carries its marking.
      </p>
      {total > 0 && (
        <p className="pw-download__note">
          To read, print or send on:{' '}
          <Link href={hrefWith('/briefing', filters)}>a briefing of two pages</Link>, also as a Word document
          and in Markdown.
        </p>
      )}
      {total > 0 && (
        <details>
          <summary>Formats and what each is for</summary>
          <FormatList filters={filters} total={total} />
          <p className="pw-download__note">
            <a href="/export/dictionary.csv" download>
              What every column means (CSV)
            </a>
          </p>
        </details>
      )}
      {filters.asOf === null && (
        <>
          <details>
            <summary>Subscribe to changes</summary>
            <Subscribe filters={filters} publicUrl={publicUrl} />
          </details>
          <link
            rel="alternate"
            type="application/atom+xml"
            title={isFiltered(filters) ? 'Pillarwatch: changes in this view' : 'Pillarwatch: changes'}
            href={hrefWith('/export/events.atom', filters)}
          />
        </>
      )}
    </section>
  );
}
