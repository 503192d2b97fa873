import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { Banner } from '@/app/_ui/banner';
import { Link } from '@/app/_ui/link';
import { listKeys } from '@/db/api-keys';
import { database } from '@/db/client';
import { KeyTable } from '../_keys/key-table';

export const metadata: Metadata = { title: 'Keys' };

/** Keys of the API; for admins. */
export default async function KeysPage({ searchParams }: PageProps<'/admin/keys'>) {
  await requireUser('keys.manage', '/admin/keys');
  const { revoked } = await searchParams;
  const rows = await listKeys(database());
  return (
    <>
      {revoked && <Banner>The key was revoked.</Banner>}
      <div className="pw-admin-head">
        <h1 className="pw-heading">Keys</h1>
        <Link href="/admin/keys/new" className="govuk-button pw-last">
          Make a key
        </Link>
      </div>
      {rows.length > 0 ? (
        <KeyTable rows={rows} />
      ) : (
        <p className="govuk-body">
          There are no keys yet. Programs need one to write; reading what is published needs none.{' '}
          <Link className="govuk-link" href="/data/api">
            How programs use the record
          </Link>
        </p>
      )}
    </>
  );
}
