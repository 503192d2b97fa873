import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { indicatorOptions } from '@/app/_http/indicator-options';
import { database } from '@/db/client';
import { filtersToQuery, hrefWith, parseFilters } from '@/lib/filters';
import { IndicatorForm } from '../../_indicators/indicator-form';
import { indicatorState } from '../../_indicators/indicator-state';

export const metadata: Metadata = { title: null };

/** An indicator to add; the filters of the address are its filter, so that any filtered page can begin one. */
export default async function NewIndicatorPage({ searchParams }: PageProps<'/admin/indicators/new'>) {
  const { filters } = parseFilters(await searchParams);
  await requireUser('indicators.manage', hrefWith('/admin/indicators/new', filters));
  const query = filtersToQuery({ ...filters, from: null, to: null });
  return (
    <IndicatorForm
      heading="Add an indicator"
      initial={indicatorState(null, query)}
      {...await indicatorOptions(database())}
    />
  );
}
