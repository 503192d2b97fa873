import { signOutAction } from '@/app/_auth/sign-out';
import { NavLink } from '@/app/_ui/nav-link';
import { SignOutForm } from '@/app/_ui/sign-out-form';
import { may, type Permission, type UserRole } from '@/lib/permissions';

/** The parts of the desk, each shown to who may use it. */
const parts: { href: string; label: string; permission: Permission }[] = [
  { href: '/admin/events', label: 'Events', permission: 'events.edit' },
  { href: '/admin/import', label: 'Import', permission: 'imports.run' },
  { href: '/admin/import-rules', label: 'Import rules', permission: 'imports.run' },
  { href: '/admin/review', label: 'Review', permission: 'events.publish' },
  { href: '/admin/series', label: 'Series', permission: 'series.edit' },
  { href: '/admin/annotations', label: 'Notes', permission: 'annotations.write' },
  { href: '/admin/assessments', label: 'Assessments', permission: 'assessments.write' },
  { href: '/admin/evidence', label: 'Evidence', permission: 'evidence.link' },
  { href: '/admin/indicators', label: 'Indicators', permission: 'indicators.manage' },
  { href: '/admin/alerts', label: 'Alerts', permission: 'alerts.manage' },
  { href: '/admin/vocabulary', label: 'Vocabulary', permission: 'vocabulary.manage' },
  { href: '/admin/users', label: 'People', permission: 'users.manage' },
  { href: '/admin/keys', label: 'Keys', permission: 'keys.manage' },
  { href: '/admin/settings', label: 'Settings', permission: 'settings.manage' },
  { href: '/admin/audit', label: 'Audit trail', permission: 'audit.read' },
];

const account = { href: '/account', label: 'Your account' };

/** The way about the desk, to one's own account, and out. */
export function DeskNav({ role }: { role: UserRole }) {
  const shown: { href: string; label: string }[] = parts.filter(({ permission }) => may(role, permission));
  return (
    <nav className="pw-desk-nav" aria-label="Parts of the desk">
      <ul className="pw-nav__list">
        {[...shown, account].map(({ href, label }) => (
          <li key={href} className="pw-nav__item">
            <NavLink href={href} label={label} />
          </li>
        ))}
        <li className="pw-nav__item pw-desk-nav__out">
          <SignOutForm action={signOutAction}>
            <button type="submit" className="pw-nav__link pw-nav__button">
              Sign out
            </button>
          </SignOutForm>
        </li>
      </ul>
    </nav>
  );
}
