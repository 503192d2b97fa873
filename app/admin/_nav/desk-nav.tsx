import { NavLink } from '@/app/_ui/nav-link';
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
  { href: '/admin/users', label: 'People', permission: 'users.manage' },
  { href: '/admin/keys', label: 'Keys', permission: 'keys.manage' },
  { href: '/admin/audit', label: 'Audit trail', permission: 'audit.read' },
];

const account = { href: '/account', label: 'Your account' };

/** The way about the desk, and to one's own account. */
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
      </ul>
    </nav>
  );
}
