import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { findSeries } from '@/app/_http/series-data';
import { database } from '@/db/client';
import { SeriesForm } from '../../_series/series-form';
import { seriesState } from '../../_series/series-state';
import { deleteSeriesAction } from '../actions';

export const metadata: Metadata = { title: null };

/** A stored series to change, or to take away. */
export default async function EditSeriesPage({ params, searchParams }: PageProps<'/admin/series/[key]'>) {
  const { key } = await params;
  await requireUser('series.edit', `/admin/series/${encodeURIComponent(key)}`);
  const series = await findSeries(database(), key);
  if (!series) notFound();
  const asked = (await searchParams).sure !== undefined;
  return (
    <>
      <SeriesForm heading={`Change ${series.title}`} initial={seriesState(series)} />
      <form action={deleteSeriesAction} className="pw-series-delete">
        <input type="hidden" name="key" value={series.key} />
        {asked && (
          <>
            <input type="hidden" name="sure" value="yes" />
            <p className="govuk-body" role="alert">
              This takes away the series and its {series.observations.length} numbers for good.
            </p>
          </>
        )}
        <button type="submit" className={`govuk-button govuk-button--${asked ? 'warning' : 'secondary'}`}>
          {asked ? 'Delete it for good' : 'Delete this series'}
        </button>
      </form>
    </>
  );
}
