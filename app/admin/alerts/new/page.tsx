import type { Metadata } from 'next';
import { hasMail } from '@/app/_auth/mail';
import { requireUser } from '@/app/_auth/session';
import { alertOptions } from '@/app/_http/alert-options';
import { database } from '@/db/client';
import { AlertForm } from '../../_alerts/alert-form';
import { alertState } from '../../_alerts/alert-state';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** An alert to add. */
export default async function NewAlertPage() {
  await requireUser('alerts.manage', '/admin/alerts/new');
  return (
    <div className="pw-narrow">
      <AlertForm
        heading="Add an alert"
        initial={alertState(null)}
        indicators={await alertOptions(database())}
        hasMail={hasMail()}
      />
    </div>
  );
}
