import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { indicatorOptions } from '@/app/_http/indicator-options';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { readIndicator } from '@/db/indicators';
import { IndicatorForm } from '../../_indicators/indicator-form';
import { indicatorState } from '../../_indicators/indicator-state';
import { archiveIndicatorAction } from '../actions';

export const metadata: Metadata = { title: null };

/** A stored indicator to change, or to archive. */
export default async function EditIndicatorPage({ params }: PageProps<'/admin/indicators/[slug]'>) {
  const { slug } = await params;
  await requireUser('indicators.manage', `/admin/indicators/${encodeURIComponent(slug)}`);
  const db = database();
  const [indicator, options] = await Promise.all([readIndicator(db, slug), indicatorOptions(db)]);
  if (!indicator) notFound();
  const { retired, question, updatedAt } = indicator;
  return (
    <>
      <IndicatorForm heading={`Change: ${question}`} initial={indicatorState(indicator)} {...options} />
      <form action={archiveIndicatorAction} className="pw-series-delete">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="seen" value={updatedAt} />
        <input type="hidden" name="to" value={retired ? 'watched' : 'archived'} />
        <p className="govuk-body">
          {retired
            ? 'This indicator is archived: it is not watched, and its page says so.'
            : 'An archived indicator is not watched any more; its page and its history stay.'}{' '}
          <Link className="govuk-link" href={`/indicators/${slug}`}>
            See its page
          </Link>
        </p>
        <button type="submit" className="govuk-button govuk-button--secondary">
          {retired ? 'Watch it again' : 'Archive this indicator'}
        </button>
      </form>
    </>
  );
}
