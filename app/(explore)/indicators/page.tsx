import type { Metadata } from 'next';
import { IndicatorList } from '@/app/_indicators/indicator-list';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { readRecord } from '@/app/_http/known-record';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { recordHorizon } from '@/db/indicator-counts';
import { readWatched } from '@/db/indicator-readings';
import { readLastNoticed } from '@/db/status-history';
import { formatDay } from '@/lib/days';
import { noFilters, parseFilters } from '@/lib/filters';
import { offBandSentence } from '@/lib/indicators/status-words';
import { pillarTerms } from '@/lib/vocabulary';

const FEED = '/indicators/changes.atom';

/** Never made at build time: the record changes. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Indicators',
  description:
    'For each pillar the questions that are watched, and whether the answer has left its normal band.',
};

/** Every indicator by pillar: its question, what it says now and why. */
export default async function IndicatorsPage({ searchParams }: PageProps<'/indicators'>) {
  const { filters, problems } = parseFilters(await searchParams);
  const { asOf } = filters;
  const { db, known } = await readRecord({ asOf });
  const [watched, horizon, noticed] = await Promise.all([
    readWatched(db, asOf),
    recordHorizon(db, noFilters, asOf ?? undefined),
    asOf ? undefined : readLastNoticed(db),
  ]);
  return (
    <>
      <FilterProblems problems={problems.filter(({ key }) => key === 'asOf')} />
      <KnownNotice known={known} nowHref="/indicators" />
      <link rel="alternate" type="application/atom+xml" title="Changes of status" href={FEED} />
      <h1 className="pw-heading">Indicators</h1>
      <p className="pw-sentence">
        {offBandSentence(watched.flatMap(({ readings }) => readings.at(-1) ?? []))}
      </p>
      <p className="pw-series-about">
        {horizon &&
          `The record speaks of days up to ${formatDay(horizon)}: each indicator is read for the last whole period before. `}
        Events that only a report dates are left out, because a report’s day is not the event’s. An indicator
        says that a count is unusual, never why.{' '}
        {asOf && 'The questions and their thresholds are those of today. '}
        <a className="govuk-link" href={FEED}>
          Feed of new statuses (Atom)
        </a>
      </p>
      {pillarTerms.map(({ code, label, definition }) => {
        const ofPillar = watched.filter(({ indicator }) => indicator.pillar === code);
        return (
          <section key={code} aria-labelledby={`of-${code}`} className="pw-indicator-group">
            <h2 className="pw-figure__title" id={`of-${code}`}>
              <PillarMark pillar={code} /> {label}
            </h2>
            <p className="pw-figure__subtitle">{definition}</p>
            {ofPillar.length > 0 ? (
              <IndicatorList watched={ofPillar} {...{ noticed, asOf }} />
            ) : (
              <p>No indicator is watched.</p>
            )}
          </section>
        );
      })}
    </>
  );
}
