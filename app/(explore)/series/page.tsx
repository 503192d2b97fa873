import type { Metadata } from 'next';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { readRecord } from '@/app/_http/known-record';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { listSeries, readSeries } from '@/db/series';
import { hrefWith, noFilters, parseFilters } from '@/lib/filters';
import { seriesSentence } from '@/lib/series/series-chart';
import { labelOf, pillarTerms } from '@/lib/vocabulary';

/** Never made at build time: series change. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Series',
  description: 'Official statistics by period, to be read beside the events.',
};

/** Every series: what it counts, its latest number, its standing. */
export default async function SeriesListPage({ searchParams }: PageProps<'/series'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const { asOf } = filters;
  const { db, known } = await readRecord({ asOf });
  const all = await listSeries(db);
  const stored = await Promise.all(all.map(({ key }) => readSeries(db, key)));
  return (
    <>
      <FilterProblems problems={problems.filter(({ key }) => key === 'asOf')} />
      <KnownNotice known={known} nowHref="/series" />
      <h1 className="pw-heading">Series</h1>
      <p className="pw-sentence">
        Official statistics by period, to be read beside the events. They are numbers of their publishers, not
        counts of events.
      </p>
      {all.length === 0 && <p>{known ? 'On that day there was no series.' : 'There is no series yet.'}</p>}
      <ul className="pw-series-list">
        {all.map(({ key, title, geography, publisher, standing, pillar, unit }, i) => (
          <li key={key}>
            <h2 className="pw-figure__title">
              <Link className="govuk-link" href={hrefWith(`/series/${key}`, { ...noFilters, asOf })}>
                {title}
              </Link>
            </h2>
            <p>{seriesSentence(stored[i]?.observations ?? [], unit)}</p>
            <p className="pw-quiet">
              {pillar && (
                <>
                  <PillarMark pillar={pillar} /> {labelOf(pillarTerms, pillar)} ·{' '}
                </>
              )}
              {[geography, publisher, standing].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
