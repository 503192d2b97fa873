import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { KEPT_DAYS, listDeliveries } from '@/db/alert-outbox';
import { readAlert } from '@/db/alerts';
import { database } from '@/db/client';
import { MOST_TRIES } from '@/lib/alerts/retry';
import { DeliveryTable } from '../../_alerts/delivery-table';

export const metadata: Metadata = { title: 'Delivery log' };

/** The deliveries that are shown. */
const MOST = 200;

/** What was to be told to whom, and what became of it; of one alert where the address names it. */
export default async function DeliveryLogPage({ searchParams }: PageProps<'/admin/alerts/log'>) {
  await requireUser('alerts.manage', '/admin/alerts/log');
  const { alert: asked, tested, tried } = await searchParams;
  const db = database();
  const alert =
    typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? await readAlert(db, Number(asked)) : null;
  const found = await listDeliveries(db, alert?.id ?? null, MOST + 1);
  const rows = found.slice(0, MOST);
  const last = tested ? rows[0] : rows.find(({ id }) => id === tried);
  return (
    <>
      {last && (
        <Banner refused={last.state !== 'sent'}>
          {last.state === 'sent'
            ? 'It arrived.'
            : `It did not arrive: ${last.problem ?? 'it is still being sent'}.`}
        </Banner>
      )}
      <h1 className="pw-heading">Delivery log{alert && `: ${alert.target}`}</h1>
      <p className="govuk-body">
        What fails is tried again after half a minute, then after longer each time, {MOST_TRIES} times in
        about a day and a half; then it is given up. What was sent or given up is forgotten after {KEPT_DAYS}{' '}
        days.{' '}
        {alert && (
          <Link className="govuk-link" href="/admin/alerts/log">
            Deliveries of every alert
          </Link>
        )}
      </p>
      {rows.length === 0 ? (
        <p className="govuk-body">Nothing has been sent yet.</p>
      ) : (
        <DeliveryTable
          rows={rows}
          caption={`${found.length > MOST ? `The last ${MOST} deliveries` : 'Deliveries'}, newest first. Times are UK time.`}
        />
      )}
    </>
  );
}
