import { NavLink } from '@/app/_ui/nav-link';
import { may, type Permission, type UserRole } from '@/lib/permissions';

/** The parts of the desk, each shown to who may use it. */
const parts: { href: string; label: string; permission: Permission }[] = [
  { href: '/admin/events', label: 'Events', permission: 'events.edit' },
  { href: '/admin/series', label: 'Series', permission: 'series.edit' },
  { href: '/admin/audit', label: 'Audit trail', permission: 'audit.read' },
];

/** The way about the desk; nothing for who has only one part. */
export function DeskNav({ role }: { role: UserRole }) {
  const shown = parts.filter(({ permission }) => may(role, permission));
  if (shown.length < 2) return null;
  return (
    <nav className="pw-desk-nav" aria-label="Parts of the desk">
      <ul className="pw-nav__list">
        {shown.map(({ href, label }) => (
          <li key={href} className="pw-nav__item">
            <NavLink href={href} label={label} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
