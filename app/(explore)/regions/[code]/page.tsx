import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AssessmentFigure } from '@/app/_assessments/assessment-figure';
import { ProfileBody } from '@/app/_events/profile-body';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { readExplore } from '@/app/_http/explore-data';
import { Link } from '@/app/_ui/link';
import { askedText } from '@/lib/asked';
import { readRecord } from '@/app/_http/known-record';
import { currentAssessments } from '@/db/assessments';
import { newestEvents } from '@/db/events';
import { crossBorderCounts } from '@/db/crossings';
import { countOf, formatCount } from '@/lib/numbers';
import type { Facets } from '@/lib/facets';
import { hrefWith, noFilters, parseFilters, withFilters, type Filters } from '@/lib/filters';
import { childPlaces, findPlace, placeByName, placeLine, placeNumber } from '@/lib/places';

export async function generateMetadata({ params }: PageProps<'/regions/[code]'>): Promise<Metadata> {
  const place = findPlace((await params).code);
  if (!place) return { title: 'Place' };
  return {
    title: place.name,
    description: `What the record holds of ${place.name}: its events by date, pillar and type, each with its sources.`,
  };
}

function Children({ code, facets, filters }: { code: string; facets: Facets; filters: Filters }) {
  const children = childPlaces(code)
    .map((place) => ({ place, count: facets.region[placeNumber(place.code)] ?? 0 }))
    .sort((a, b) => b.count - a.count || a.place.name.localeCompare(b.place.name, 'en'));
  if (children.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 className="pw-figure__title" id="parts">
        Places in it
      </h2>
      <ul className="pw-parts">
        {children.map(({ place, count }) => (
          <li key={place.code}>
            <Link href={hrefWith(`/regions/${place.code}`, filters)}>{place.name}</Link>{' '}
            <span className="pw-quiet">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Crossing({
  code,
  counts,
  asOf,
}: {
  code: string;
  counts: { sent: number; received: number };
  asOf: Filters['asOf'];
}) {
  if (counts.sent + counts.received === 0) return <>Nothing in the record crossed its borders.</>;
  return (
    <>
      Across borders:{' '}
      <Link className="govuk-link" href={hrefWith('/events', { ...noFilters, origin: [code], asOf })}>
        {countOf(counts.sent, 'event')} from here
      </Link>
      , {countOf(counts.received, 'event')} from elsewhere to places in it or between them.
    </>
  );
}

/** The places in which a place lies, from the world down. */
function Crumbs({ code: here, filters }: { code: string; filters: Filters }) {
  return (
    <nav className="govuk-breadcrumbs pw-crumbs" aria-label="Wider places">
      <ol className="govuk-breadcrumbs__list">
        {placeLine(here).map(({ code, name }) => (
          <li
            key={code}
            className="govuk-breadcrumbs__list-item"
            aria-current={code === here ? 'page' : undefined}
          >
            {code === here ? (
              name
            ) : (
              <Link className="govuk-breadcrumbs__link" href={hrefWith(`/regions/${code}`, filters)}>
                {name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A place of any size, from the world to an English region. */
export default async function RegionPage({ params, searchParams }: PageProps<'/regions/[code]'>) {
  const given = decodeURIComponent((await params).code);
  const place = findPlace(given);
  if (!place) {
    const meant = placeByName(given);
    if (meant) redirect(`/regions/${meant.code}`);
    notFound();
  }
  const query = await searchParams;
  const { filters, problems } = parseFilters({ ...query, region: undefined });
  const asked = withFilters(filters, { region: [place.code] });
  const { db, known } = await readRecord(filters);
  const [{ facets, over, ...data }, newest, crossing, assessments] = await Promise.all([
    readExplore(db, asked, query),
    newestEvents(db, asked, 8),
    crossBorderCounts(db, place.code),
    currentAssessments(db, asked, 6),
  ]);
  return (
    <ExploreFrame
      path={`/regions/${place.code}`}
      {...{ filters, facets, known, asked }}
      problems={[...problems, ...over.problems]}
      keep={askedText({ overlay: over.overlay, below: over.below.chosen?.choice ?? null })}
      fixed={['region']}
      heading={`${place.name}: ${countOf(facets.total, 'event')}`}
      sentence={<Crossing code={place.code} counts={crossing} asOf={filters.asOf} />}
      above={<Crumbs code={place.code} filters={filters} />}
    >
      <Children code={place.code} facets={facets} filters={filters} />
      <AssessmentFigure assessments={assessments} filters={asked} />
      <ProfileBody
        {...data}
        {...{ facets, newest, over }}
        path={`/regions/${place.code}`}
        own={filters}
        filters={asked}
        by={[
          'pillars',
          'types',
          ...(['world', 'region', 'subregion'].includes(place.kind) ? (['regions'] as const) : []),
        ]}
        hrefOf={(change) => hrefWith('/events', withFilters(asked, change))}
      />
    </ExploreFrame>
  );
}
