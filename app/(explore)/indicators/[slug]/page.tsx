import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { OverlayPanel } from '@/app/_charts/overlay-panel';
import { currentUser } from '@/app/_auth/session';
import { EvidenceFigure, NoEvidence } from '@/app/_evidence/evidence-figure';
import { FilterProblems } from '@/app/_filters/filter-problems';
import { KnownNotice } from '@/app/_filters/known-notice';
import { evidenceSurroundings, indicatorSurroundings, readIndicatorPage } from '@/app/_http/indicator-data';
import { readRecord } from '@/app/_http/known-record';
import type { ReadSurroundings } from '@/app/_http/surroundings';
import { Link } from '@/app/_ui/link';
import { askedText, parseAsked } from '@/lib/asked';
import { IndicatorFigure } from '@/app/_indicators/indicator-figure';
import { IndicatorTable } from '@/app/_indicators/indicator-table';
import { StatusHistory } from '@/app/_indicators/status-history';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { readArticles } from '@/db/articles';
import { database } from '@/db/client';
import { belowOptions } from '@/db/below';
import { readEvidence } from '@/db/evidence';
import { recordFor } from '@/db/known-record';
import { readStatusChanges } from '@/db/status-history';
import type { Day } from '@/lib/days';
import { balanceOf } from '@/lib/evidence/balance';
import { filtersToQuery, hrefWith, noFilters, parseFilters, type Params } from '@/lib/filters';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import type { Overlay } from '@/lib/overlay';
import { baselineWords } from '@/lib/indicators/baseline-words';
import { statusChanges } from '@/lib/indicators/evaluate';
import { methodTerms } from '@/lib/indicators/indicator';
import { may } from '@/lib/permissions';
import { labelOf, pillarTerm } from '@/lib/vocabulary';

/** The stored changes that are shown. */
const NOTICED = 30;

const readOnce = cache(async (slug: string, asOf: Day | null) =>
  readIndicatorPage(await recordFor({ asOf }), slug, asOf),
);
const parsed = async (searchParams: Promise<Params>) => parseFilters(await searchParams);

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/indicators/[slug]'>): Promise<Metadata> {
  const { asOf } = (await parsed(searchParams)).filters;
  const page = await readOnce((await params).slug, asOf);
  return page ? { title: page.indicator.question, description: page.indicator.why } : { title: 'Indicator' };
}

type Page = NonNullable<Awaited<ReturnType<typeof readIndicatorPage>>>;

/** Where the question comes from. */
function Origin({ article, indicator }: Pick<Page, 'article' | 'indicator'>) {
  if (!article) return null;
  const { author, title, outlet, publishedText, url } = article;
  return (
    <>
      {' '}
      The question follows from {author}, {url ? <a href={url}>“{title}”</a> : `“${title}”`}, {outlet},{' '}
      {publishedText}
      {indicator.paragraph && `, paragraph ${indicator.paragraph}`}.
    </>
  );
}

/** How the band is made, for those who must defend it. */
function Method({ indicator }: Pick<Page, 'indicator'>) {
  const { method, raised, high, period } = indicator;
  const term = methodTerms.find(({ code }) => code === method)!;
  const percent = (share: number): string => `${Number((share * 100).toFixed(2))} per cent`;
  return (
    <section aria-labelledby="method">
      <h2 className="pw-figure__title" id="method">
        How it is read
      </h2>
      <p className="pw-series-about">
        {labelOf(methodTerms, method)}: {term.definition}{' '}
        {method === 'change'
          ? `Raised from ${raised} per cent, high from ${high} per cent.`
          : `Raised above what ${percent(raised)} of such ${period}s stay below, high above what ${percent(high)} do. Fewer than five in a ${period} and its baseline together are not read.`}{' '}
        Each period is read from those before it alone.
      </p>
    </section>
  );
}

/** What bears on the question; for editors the way to link another event. */
async function Evidence({
  indicator,
  overlay,
  asOf,
}: Pick<Page, 'indicator'> & { overlay: Overlay; asOf: Day | null }) {
  const db = await recordFor({ asOf });
  const [items, articles, user] = await Promise.all([
    readEvidence(db, indicator.slug, { asOf }),
    readArticles(db),
    currentUser(),
  ]);
  const around = await evidenceSurroundings(db, { overlay }, indicator, balanceOf(items), asOf);
  return (
    <div className="pw-indicator-changes">
      {items.length > 0 ? (
        <EvidenceFigure {...{ indicator, items, articles, asOf, around }} />
      ) : (
        <NoEvidence />
      )}
      {user && may(user.role, 'evidence.link') && (
        <p className="govuk-body">
          <Link className="govuk-link" href={`/admin/evidence?indicator=${indicator.slug}`}>
            Link an event to this question
          </Link>
        </p>
      )}
    </div>
  );
}

/** Its feed, and the way back to the others. */
function Ways({ slug }: { slug: string }) {
  return (
    <>
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Changes of status"
        href={`/indicators/files/${slug}.atom`}
      />
      <nav className="govuk-breadcrumbs pw-crumbs" aria-label="Breadcrumb">
        <ol className="govuk-breadcrumbs__list">
          <li className="govuk-breadcrumbs__list-item">
            <Link className="govuk-breadcrumbs__link" href="/indicators">
              Indicators
            </Link>
          </li>
        </ol>
      </nav>
    </>
  );
}

/** Its readings with what lies over them; or why there are none. */
interface ReadingsProps {
  page: Page;
  around: ReadSurroundings;
  /** What can stand below it, and whether something that cannot was asked for. */
  options: Awaited<ReturnType<typeof belowOptions>>;
  missing: boolean;
  asOf: Day | null;
}

function Readings({ page, around, options, missing, asOf }: ReadingsProps) {
  const { indicator, readings, measured, hrefOf, source } = page;
  return (
    <>
      <IndicatorFigure {...{ indicator, readings, measured, hrefOf, source, asOf, around }} />
      <OverlayPanel
        path={`/indicators/${indicator.slug}`}
        query={filtersToQuery({ ...noFilters, asOf })}
        {...{ asOf, ...around }}
        below={{
          missing,
          chosen: around.below,
          options: options.filter(({ value }) => value !== `indicator:${indicator.slug}`),
        }}
      />
    </>
  );
}

/** An indicator: the question and where it comes from, what it says now and said before, and how. */
export default async function IndicatorPage({ params, searchParams }: PageProps<'/indicators/[slug]'>) {
  const { filters, problems } = await parsed(searchParams);
  const { asOf } = filters;
  const [page, { db, known }] = await Promise.all([
    readOnce((await params).slug, asOf),
    readRecord({ asOf }),
  ]);
  if (!page) notFound();
  const { indicator, readings, hrefOf, article } = page;
  const from = baselineWords(indicator);
  const given = parseAsked(await searchParams);
  const drawn = indicatorChart(readings).columns.map(({ reading }) => reading);
  const [around, options] = await Promise.all([
    indicatorSurroundings(db, given, page.filters, drawn),
    belowOptions(db),
  ]);
  const changes = statusChanges(readings);
  const stored = await readStatusChanges(database(), {
    indicator: indicator.slug,
    most: NOTICED + 1,
    asOf,
  });
  const [noticed, more] = [stored.slice(0, NOTICED), stored.length > NOTICED];
  return (
    <>
      <Ways slug={indicator.slug} />
      <FilterProblems problems={[...problems.filter(({ key }) => key === 'asOf'), ...given.problems]} />
      <KnownNotice
        known={known}
        nowHref={hrefWith(`/indicators/${indicator.slug}`, noFilters, askedText(given))}
      />
      <h1 className="pw-heading">{indicator.question}</h1>
      <p className="pw-series-about">
        <PillarMark pillar={indicator.pillar} /> {pillarTerm(indicator.pillar).label}. {indicator.why}
        <Origin {...{ article, indicator }} />
        {indicator.retired && ' This indicator is not watched any more.'}
        {asOf && ' The question and its thresholds are those of today.'}
      </p>
      <Readings {...{ page, around, options, asOf }} missing={given.belowGiven !== '' && !around.below} />
      {changes.length > 0 && (
        <div
          className="pw-scroll pw-indicator-changes"
          role="region"
          aria-label="Changes of status"
          tabIndex={0}
        >
          <IndicatorTable
            caption={`When the status changed, as ${asOf ? 'the record then' : 'today’s record'} shows it`}
            readings={changes}
            {...{ from, hrefOf }}
          />
        </div>
      )}
      <Evidence {...{ indicator, asOf }} overlay={given.overlay} />
      <StatusHistory {...{ changes: noticed, more }} slug={indicator.slug} />
      <Method indicator={indicator} />
    </>
  );
}
