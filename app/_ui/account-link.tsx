import { may, type UserRole } from '@/lib/permissions';
import { NavLink } from './nav-link';

/** The way in for visitors, and to the desk for those who are in. */
export function AccountLink({ user }: { user: { name: string; role: UserRole } | null }) {
  if (user && !may(user.role, 'events.edit')) return <NavLink href="/account" label={user.name} />;
  return user ? (
    <NavLink href="/admin/events" label={`Admin (${user.name})`} within="/admin" />
  ) : (
    <NavLink href="/sign-in" label="Sign in" />
  );
}
