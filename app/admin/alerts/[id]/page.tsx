import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasMail } from '@/app/_auth/mail';
import { requireUser } from '@/app/_auth/session';
import { alertOptions } from '@/app/_http/alert-options';
import { Link } from '@/app/_ui/link';
import { readAlert } from '@/db/alerts';
import { database } from '@/db/client';
import { AlertForm } from '../../_alerts/alert-form';
import { alertState } from '../../_alerts/alert-state';
import { SecretForm } from '../../_alerts/secret-form';
import { deleteAlertAction, switchAlertAction, testAlertAction } from '../actions';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** What can be done with an alert beside changing it. */
function Deeds({ id, enabled, sure }: { id: number; enabled: boolean; sure: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Try it</h2>
      <form action={testAlertAction}>
        <input type="hidden" name="id" value={id} />
        <p className="govuk-body">
          A message that says that it is a test.{' '}
          <Link className="govuk-link" href={`/admin/alerts/log?alert=${id}`}>
            What was sent so far
          </Link>
        </p>
        <button type="submit" className="govuk-button govuk-button--secondary">
          Send a test
        </button>
      </form>
      <h2 className="govuk-heading-m">{enabled ? 'Switch it off' : 'It is switched off'}</h2>
      <form action={switchAlertAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="to" value={enabled ? 'off' : 'on'} />
        <p className="govuk-body">
          {enabled
            ? 'Nothing is sent while it is off. What waits to be sent then is given up.'
            : 'Nothing is sent. What changed meanwhile is not sent later.'}
        </p>
        <button type="submit" className="govuk-button govuk-button--secondary">
          {enabled ? 'Switch it off' : 'Switch it on'}
        </button>
      </form>
      <h2 className="govuk-heading-m" id="delete">
        Delete it
      </h2>
      <form action={deleteAlertAction}>
        <input type="hidden" name="id" value={id} />
        {sure && <input type="hidden" name="sure" value="yes" />}
        <p className="govuk-body" role={sure ? 'alert' : undefined}>
          {sure
            ? 'This takes away the alert and the log of its deliveries for good; what waits is not sent. To stop it for a time, switch it off.'
            : 'With its deliveries. The audit trail keeps that it was there.'}
        </p>
        <div className="govuk-button-group">
          <button type="submit" className={`govuk-button govuk-button--${sure ? 'warning' : 'secondary'}`}>
            {sure ? 'Delete it for good' : 'Delete this alert'}
          </button>
          {sure && (
            <Link className="govuk-link" href={`/admin/alerts/${id}`}>
              Keep it
            </Link>
          )}
        </div>
      </form>
    </>
  );
}

/** One alert: who is told of what, a test, its secret, and its end. */
export default async function AlertPage({ params, searchParams }: PageProps<'/admin/alerts/[id]'>) {
  const { id } = await params;
  await requireUser('alerts.manage', `/admin/alerts/${encodeURIComponent(id)}`);
  const alert = /^\d{1,9}$/.test(id) ? await readAlert(database(), Number(id)) : null;
  if (!alert) notFound();
  const initial = alertState(alert);
  return (
    <div className="pw-narrow">
      <AlertForm
        heading={alert.kind === 'mail' ? 'Change an alert by e-mail' : 'Change a webhook'}
        initial={initial}
        indicators={await alertOptions(database())}
        hasMail={hasMail()}
      />
      {alert.kind === 'webhook' && (
        <>
          <h2 className="govuk-heading-m">Secret</h2>
          <SecretForm initial={initial} />
        </>
      )}
      <Deeds id={alert.id} enabled={alert.enabled} sure={(await searchParams).sure !== undefined} />
    </div>
  );
}
