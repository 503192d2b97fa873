import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { listSeries } from '@/db/series';
import { countOf } from '@/lib/numbers';

export const metadata: Metadata = { title: 'Manage series' };

/** Every series, to change or add to. */
export default async function AdminSeriesPage({ searchParams }: PageProps<'/admin/series'>) {
  await requireUser('series.edit', '/admin/series');
  const { saved, deleted } = await searchParams;
  const all = await listSeries(database());
  const done = all.find(({ key }) => key === saved);
  return (
    <>
      {(done || deleted) && (
        <div className="govuk-notification-banner govuk-notification-banner--success" role="alert">
          <div className="govuk-notification-banner__content">
            <p className="govuk-notification-banner__heading">
              {done ? (
                <>
                  Saved.{' '}
                  <Link className="govuk-notification-banner__link" href={`/series/${done.key}`}>
                    {done.title}
                  </Link>
                </>
              ) : (
                'Deleted.'
              )}
            </p>
          </div>
        </div>
      )}
      <div className="pw-admin-head">
        <h1 className="pw-heading">Manage series</h1>
        <Link href="/admin/series/new" className="govuk-button pw-last">
          Add a series
        </Link>
      </div>
      <table className="pw-table">
        <caption className="pw-table__caption">Series of official statistics, by title</caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Area</th>
            <th scope="col">Publisher</th>
            <th scope="col" className="pw-number">
              Numbers
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ key, title, geography, publisher, count }) => (
            <tr key={key}>
              <th scope="row">
                <Link href={`/admin/series/${key}`}>{title}</Link>
              </th>
              <td>{geography}</td>
              <td>{publisher}</td>
              <td className="pw-number">{countOf(count, 'number')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
