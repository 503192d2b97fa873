import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { keyOwners } from '@/db/api-keys';
import { database } from '@/db/client';
import { KeyForm } from '../../_keys/key-form';

/** The form names the page: FormTitle. */
export const metadata: Metadata = { title: null };

/** The form for a new key. */
export default async function NewKeyPage() {
  await requireUser('keys.manage', '/admin/keys/new');
  return (
    <div className="pw-narrow">
      <KeyForm owners={await keyOwners(database())} />
    </div>
  );
}
