import { formatCount } from '@/lib/numbers';
import { may, type UserRole } from '@/lib/permissions';
import { NavLink } from './nav-link';

/** The way in for visitors, and to the desk for those who are in. */
export function AccountLink({
  user,
  toReview,
}: {
  user: { name: string; role: UserRole } | null;
  /** What waits for a reviewer, where they are one. */
  toReview: number;
}) {
  if (user && !may(user.role, 'events.edit')) return <NavLink href="/account" label={user.name} />;
  return user ? (
    <>
      {toReview > 0 && <NavLink href="/admin/review" label={`${formatCount(toReview)} to review`} />}{' '}
      <NavLink href="/admin/events" label={`Admin (${user.name})`} within="/admin" />
    </>
  ) : (
    <NavLink href="/sign-in" label="Sign in" />
  );
}
