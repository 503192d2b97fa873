import type { Metadata } from 'next';
import { ColumnTable } from '@/app/_download/column-table';
import { FormatList } from '@/app/_download/format-list';
import { Subscribe } from '@/app/_download/subscribe';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { readSourceSets } from '@/db/source-sets';
import { env } from '@/lib/env';
import { hrefWith, noFilters, withFilters } from '@/lib/filters';
import { countOf } from '@/lib/numbers';
import type { SourceSet } from '@/lib/source-sets';

/** Never made at build time: the record changes. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Data',
  description: 'What the record is made of, how to download it, and how it was made.',
};

function SetSection({ set, count }: { set: SourceSet; count: number }) {
  const only = withFilters(noFilters, { set: [set.key] });
  return (
    <section aria-labelledby={`set-${set.key}`}>
      <h3 className="govuk-heading-s" id={`set-${set.key}`}>
        {set.title}
      </h3>
      <p className="govuk-body">
        {set.description}{' '}
        {count > 0 ? <Link href={hrefWith('/events', only)}>{countOf(count, 'event')}</Link> : 'No event yet'}
        .
      </p>
      {set.attribution && (
        <p className="govuk-body-s">
          {set.attribution}. {set.licence}.
          {set.url && (
            <>
              {' '}
              <a href={set.url}>{set.url}</a>
            </>
          )}
        </p>
      )}
    </section>
  );
}

/** What the record is made of, how to get it, and how it was made. */
export default async function DataPage() {
  const [facets, sets] = await Promise.all([readFacets(database(), noFilters), readSourceSets(database())]);
  const countIn = (key: string): number => facets.set.find(({ value }) => value === key)?.count ?? 0;
  return (
    <div className="pw-prose">
      <nav className="pw-siblings" aria-label="Data">
        <Link href="/data" aria-current="page">
          Data
        </Link>
        <Link href="/data/codebook">Codebook</Link>
        <Link href="/data/api">API</Link>
      </nav>
      <h1 className="pw-heading">Data</h1>
      <p className="pw-sentence">
        The record holds {countOf(facets.total, 'event')}. Every chart and every filtered view can be taken
        away as a file.
      </p>
      <h2 className="govuk-heading-m" id="download">
        Download
      </h2>
      <p className="govuk-body">
        The whole record, {countOf(facets.total, 'event')}. For a part of it, filter{' '}
        <Link href="/events">the table of events</Link> or any other page: each ends in the same list. Below
        each chart are its numbers (CSV) and its picture (SVG and PNG). Programs use{' '}
        <Link href="/data/api">the API</Link>.
      </p>
      <div className="pw-download pw-download--plain">
        <FormatList filters={noFilters} total={facets.total} />
      </div>
      <h2 className="govuk-heading-m">Subscribe</h2>
      <p className="govuk-body">
        Any filtered view has a feed and a calendar; these are of the whole record.
      </p>
      <div className="pw-download pw-download--plain">
        <Subscribe filters={noFilters} publicUrl={env().PUBLIC_URL} />
      </div>
      <h2 className="govuk-heading-m">Source sets</h2>
      {sets.map((set) => (
        <SetSection key={set.key} set={set} count={countIn(set.key)} />
      ))}
      <ColumnTable />
      <h2 className="govuk-heading-m">Method</h2>
      <p className="govuk-body">
        The <Link href="/data/codebook">codebook</Link> says how text becomes events, and what every word of
        the filters means.
      </p>
    </div>
  );
}
