import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { ExploreFrame } from '@/app/_filters/explore-frame';
import { findSeries, readSeriesPage, seriesFilters } from '@/app/_http/series-data';
import { readChoice } from '@/app/_http/surroundings';
import { Link } from '@/app/_ui/link';
import { askedText, parseAsked } from '@/lib/asked';
import { SeriesFigure } from '@/app/_series/series-figure';
import { database } from '@/db/client';
import { readFacets } from '@/db/facets';
import { filtersToQuery, parseFilters } from '@/lib/filters';
import { seriesSentence } from '@/lib/series/series-chart';

export async function generateMetadata({ params }: PageProps<'/series/[key]'>): Promise<Metadata> {
  const series = await findSeries(database(), (await params).key);
  return series ? { title: series.title, description: series.description } : { title: 'Series' };
}

function Crumbs() {
  return (
    <nav className="govuk-breadcrumbs pw-crumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        <li className="govuk-breadcrumbs__list-item">
          <Link className="govuk-breadcrumbs__link" href="/series">
            Series
          </Link>
        </li>
      </ol>
    </nav>
  );
}

/** A series of official statistics with its breaks, and over the same days the events and lockdowns of the record. */
export default async function SeriesPage({ params, searchParams }: PageProps<'/series/[key]'>) {
  const { key } = await params;
  const db = database();
  const series = await findSeries(db, key);
  if (!series) notFound();
  const query = await searchParams;
  const { filters, problems } = parseFilters(query);
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
      above={<Crumbs />}
    >
      <p className="pw-series-about">{series.description}</p>
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
      {url && (
        <p>
          <a className="govuk-link" href={url}>
            The series at its publisher
          </a>
        </p>
      )}
    </ExploreFrame>
  );
}
