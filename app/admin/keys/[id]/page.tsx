import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';
import { Link } from '@/app/_ui/link';
import { listKeys } from '@/db/api-keys';
import { database } from '@/db/client';
import { revokeKeyAction } from '../actions';

export const metadata: Metadata = { title: 'Revoke a key' };

/** Asks whether a key is to be revoked. */
export default async function RevokeKeyPage({ params }: PageProps<'/admin/keys/[id]'>) {
  const { id } = await params;
  await requireUser('keys.manage', `/admin/keys/${encodeURIComponent(id)}`);
  const key = (await listKeys(database())).find((one) => one.id === id && one.state === 'active');
  if (!key) notFound();
  return (
    <div className="pw-narrow">
      <h1 className="pw-heading">Revoke the key of {key.name}?</h1>
      <p className="govuk-body">
        The program that uses it ({key.start}…) is refused from now on. This cannot be undone; what it wrote
        stays.
      </p>
      <form action={revokeKeyAction}>
        <input type="hidden" name="id" value={key.id} />
        <button type="submit" className="govuk-button govuk-button--warning">
          Revoke the key
        </button>
      </form>
      <Link className="govuk-link" href="/admin/keys">
        Keep it
      </Link>
    </div>
  );
}
