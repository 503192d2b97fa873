import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AssessmentFigure } from '@/app/_assessments/assessment-figure';
import { ProfileBody } from '@/app/_events/profile-body';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { readExplore } from '@/app/_http/explore-data';
import { Link } from '@/app/_ui/link';
import { askedText } from '@/lib/asked';
import { readRecord } from '@/app/_http/known-record';
import { IndicatorList } from '@/app/_indicators/indicator-list';
import { currentAssessments } from '@/db/assessments';
import { newestEvents } from '@/db/events';
import { readWatched } from '@/db/indicator-readings';
import { countOf } from '@/lib/numbers';
import { hrefWith, parseFilters, withFilters } from '@/lib/filters';
import { pillars, pillarTerm, pillarTerms, type Pillar } from '@/lib/vocabulary';

const find = (code: string) => pillars.find((pillar) => pillar === code);

export async function generateMetadata({ params }: PageProps<'/pillars/[pillar]'>): Promise<Metadata> {
  const pillar = find((await params).pillar);
  if (!pillar) return { title: 'Pillar' };
  const { label, definition } = pillarTerm(pillar);
  return { title: label, description: `${label} in the record: ${definition}` };
}

/** The four pillars, under the same filters. */
function Siblings({ pillar, hrefOf }: { pillar: Pillar; hrefOf(code: Pillar): string }) {
  return (
    <nav className="pw-siblings" aria-label="Pillars">
      {pillarTerms.map(({ code, label }) => (
        <Link key={code} href={hrefOf(code)} aria-current={code === pillar ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** One strand of Contest: its aim, and what the record holds of it. */
export default async function PillarPage({ params, searchParams }: PageProps<'/pillars/[pillar]'>) {
  const pillar = find((await params).pillar);
  if (!pillar) notFound();
  const query = await searchParams;
  const { filters, problems } = parseFilters({ ...query, pillar: undefined });
  const asked = withFilters(filters, { pillar: [pillar] });
  const { db, known } = await readRecord(filters);
  const [{ facets, over, ...data }, newest, watched, assessments] = await Promise.all([
    readExplore(db, asked, query),
    newestEvents(db, asked, 8),
    readWatched(db, filters.asOf),
    currentAssessments(db, asked, 6),
  ]);
  const keep = askedText({ overlay: over.overlay, below: over.below.chosen?.choice ?? null });
  const term = pillarTerm(pillar);
  const ofPillar = watched.filter(({ indicator }) => indicator.pillar === pillar);
  return (
    <ExploreFrame
      path={`/pillars/${pillar}`}
      {...{ filters, facets, known, asked }}
      problems={[...problems, ...over.problems]}
      keep={keep}
      fixed={['pillar']}
      heading={`${term.label}: ${countOf(facets.total, 'event')}`}
      sentence={
        <>
          <strong>Contest’s aim:</strong> {term.aim} <strong>Here:</strong> {term.definition}
        </>
      }
      above={<Siblings pillar={pillar} hrefOf={(code) => hrefWith(`/pillars/${code}`, filters, keep)} />}
    >
      <ProfileBody
        {...data}
        {...{ facets, newest, over }}
        path={`/pillars/${pillar}`}
        own={filters}
        filters={asked}
        hrefOf={(change) => hrefWith('/events', withFilters(asked, change))}
        by={['types', 'regions']}
      />
      <AssessmentFigure assessments={assessments} filters={asked} />
      <section aria-labelledby="indicators">
        <h2 className="pw-figure__title" id="indicators">
          Indicators
        </h2>
        <p className="pw-figure__subtitle">
          They have filters of their own: those chosen here do not change them.
        </p>
        <IndicatorList watched={ofPillar} asOf={filters.asOf} />
      </section>
    </ExploreFrame>
  );
}
