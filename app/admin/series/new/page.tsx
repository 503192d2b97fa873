import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { SeriesForm } from '../../_series/series-form';
import { seriesState } from '../../_series/series-state';

export const metadata: Metadata = { title: null };

/** A series of statistics to add. */
export default async function NewSeriesPage() {
  await requireUser('series.edit', '/admin/series/new');
  return <SeriesForm heading="Add a series" initial={seriesState(null)} />;
}
