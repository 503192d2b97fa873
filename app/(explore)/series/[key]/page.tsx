import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { KnownNotice } from '@/app/_filters/known-notice';
import { readRecord } from '@/app/_http/known-record';
import { findSeries, readSeriesPage, seriesFilters } from '@/app/_http/series-data';
import { readChoice } from '@/app/_http/surroundings';
import { Link } from '@/app/_ui/link';
import { askedText, parseAsked } from '@/lib/asked';
import { SeriesFigure } from '@/app/_series/series-figure';
import { SeriesSince } from '@/app/_series/series-since';
import { database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { recordFor } from '@/db/known-record';
import type { Day } from '@/lib/days';
import { filtersToQuery, hrefWith, noFilters, parseFilters } from '@/lib/filters';
import type { KnownOn } from '@/lib/known-since';
import { seriesSentence } from '@/lib/series/series-chart';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/series/[key]'>): Promise<Metadata> {
  const { filters } = parseFilters(await searchParams);
  const series = await findSeries(await recordFor(filters), (await params).key);
  return series ? { title: series.title, description: series.description } : { title: 'Series' };
}

function Crumbs({ asOf }: { asOf: Day | null }) {
  return (
    <nav className="govuk-breadcrumbs pw-crumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        <li className="govuk-breadcrumbs__list-item">
          <Link className="govuk-breadcrumbs__link" href={hrefWith('/series', { ...noFilters, asOf })}>
            Series
          </Link>
        </li>
      </ol>
    </nav>
  );
}

/** Where a series that the record has today was not in it on the day asked about. */
function NotYet({ title, path, known }: { title: string; path: string; known: KnownOn | null }) {
  return (
    <>
      <Crumbs asOf={known?.day ?? null} />
      <KnownNotice known={known} nowHref={path} />
      <h1 className="pw-heading">{title}</h1>
      <p className="pw-chart-empty">On that day this series was not in the record.</p>
    </>
  );
}

function AtPublisher({ url }: { url: string | null }) {
  if (url === null) return null;
  return (
    <p>
      <a className="govuk-link" href={url}>
        The series at its publisher
      </a>
    </p>
  );
}

/** A series of official statistics with its breaks, and over the same days the events and lockdowns of the record. */
export default async function SeriesPage({ params, searchParams }: PageProps<'/series/[key]'>) {
  const { key } = await params;
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
  const { db, known } = await readRecord(filters);
  const [series, today] = await Promise.all([findSeries(db, key), known && findSeries(database(), key)]);
  if (!series && !today) notFound();
  if (!series) return <NotYet title={today!.title} path={`/series/${key}`} known={known} />;
  const given = parseAsked(query);
  const asked = seriesFilters(filters, series);
  const [facets, page, below] = await Promise.all([
    readFacets(db, filters),
    readSeriesPage(db, series, asked, given),
    readChoice(db, given, filters.asOf),
  ]);
  const { title, unit, observations, url } = series;
  return (
    <ExploreFrame
      path={`/series/${key}`}
      {...{ filters, facets }}
      problems={[...problems, ...given.problems]}
      keep={askedText(given)}
      heading={title}
      sentence={seriesSentence(observations, unit)}
      above={<Crumbs asOf={filters.asOf} />}
      known={known}
    >
      <p className="pw-series-about">{series.description}</p>
      {known && <SeriesSince then={observations} now={today?.observations ?? null} />}
      {page ? (
        <>
          <SeriesFigure {...{ series, page, filters, asked }} />
          <OverlayPanel
            path={`/series/${key}`}
            query={filtersToQuery(filters)}
            asOf={filters.asOf}
            overlay={page.overlay}
            marks={page.marks}
            below={below}
          />
        </>
      ) : (
        <p className="pw-chart-empty">This series has no numbers yet.</p>
      )}
      <AtPublisher url={url} />
    </ExploreFrame>
  );
}
