import type { Metadata } from 'next';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { database } from '@/db/client';
import { listSeries, readSeries } from '@/db/series';
import { seriesSentence } from '@/lib/series/series-chart';
import { labelOf, pillarTerms } from '@/lib/vocabulary';

/** Never made at build time: series change. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Series',
  description: 'Official statistics by period, to be read beside the events.',
};

/** Every series: what it counts, its latest number, its standing. */
export default async function SeriesListPage() {
  const db = database();
  const all = await listSeries(db);
  const stored = await Promise.all(all.map(({ key }) => readSeries(db, key)));
  return (
    <>
      <h1 className="pw-heading">Series</h1>
      <p className="pw-sentence">
        Official statistics by period, to be read beside the events. They are numbers of their publishers, not
        counts of events.
      </p>
      {all.length === 0 && <p>There is no series yet.</p>}
      <ul className="pw-series-list">
        {all.map(({ key, title, geography, publisher, standing, pillar, unit }, i) => (
          <li key={key}>
            <h2 className="pw-figure__title">
              <Link className="govuk-link" href={`/series/${key}`}>
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
