import { redirect } from 'next/navigation';
import { requireUser } from '@/app/_auth/session';

/** The desk opens on its events. */
export default async function AdminPage(): Promise<never> {
  await requireUser('events.edit', '/admin/events');
  redirect('/admin/events');
}
