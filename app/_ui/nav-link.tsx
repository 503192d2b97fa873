'use client';

import { usePathname } from 'next/navigation';
import { Link } from './link';

/** A section's link, marked where the reader is in it. */
export function NavLink({ href, label, within = href }: { href: string; label: string; within?: string }) {
  const path = usePathname();
  const here = path === href ? 'page' : within !== '/' && path.startsWith(`${within}/`) ? 'true' : undefined;
  return (
    <Link href={href} className="pw-nav__link" aria-current={here}>
      {label}
    </Link>
  );
}
