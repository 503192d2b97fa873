import type { Metadata } from 'next';
import { hasMail } from '@/app/_auth/mail';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { listAlerts, type StoredAlert } from '@/db/alerts';
import { database } from '@/db/client';
import { AlertTable } from '../_alerts/alert-table';

export const metadata: Metadata = { title: 'Alerts' };

const doneWords = {
  saved: 'Saved',
  on: 'Switched on',
  off: 'Switched off',
  deleted: 'The alert was deleted',
};

/** Says what was just done. */
function Done({ query, rows }: { query: Record<string, unknown>; rows: readonly StoredAlert[] }) {
  const done = (Object.keys(doneWords) as (keyof typeof doneWords)[]).find((key) => key in query);
  if (!done) return null;
  const target = rows.find(({ id }) => String(id) === query[done])?.target;
  if (done !== 'deleted' && !target) return null;
  return (
    <Banner>
      {doneWords[done]}
      {target && `: ${target}`}
    </Banner>
  );
}

/** Who is told when an indicator comes to say something else; for admins. */
export default async function AlertsPage({ searchParams }: PageProps<'/admin/alerts'>) {
  await requireUser('alerts.manage', '/admin/alerts');
  const [query, rows] = await Promise.all([searchParams, listAlerts(database())]);
  const mails = rows.some(({ kind, enabled }) => kind === 'mail' && enabled);
  return (
    <>
      <Done {...{ query, rows }} />
      <div className="pw-admin-head">
        <h1 className="pw-heading">Alerts</h1>
        <Link href="/admin/alerts/new" className="govuk-button pw-last">
          Add an alert
        </Link>
      </div>
      <p className="govuk-body">
        <Link className="govuk-link" href="/admin/alerts/log">
          Delivery log
        </Link>
      </p>
      {mails && !hasMail() && (
        <p className="pw-banner pw-banner--refused" role="alert">
          No mail server is set (SMTP_URL): e-mail cannot be sent until one is.
        </p>
      )}
      {rows.length > 0 ? (
        <AlertTable rows={rows} />
      ) : (
        <p className="govuk-body">Nobody is told yet when an indicator comes to say something else.</p>
      )}
    </>
  );
}
