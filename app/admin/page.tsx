import { redirect } from 'next/navigation';

/** The desk opens on its events. */
export default function AdminPage(): never {
  redirect('/admin/events');
}
