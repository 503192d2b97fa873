'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/**
 * A section's link, marked where the reader is in it. Not fetched ahead: no page has a part that could be shown before its
 * counts, so that would cost every reader's phone and the server work, and save nobody time.
 */
export function NavLink({ href, label, within = href }: { href: string; label: string; within?: string }) {
  const path = usePathname();
  const here = path === href ? 'page' : within !== '/' && path.startsWith(`${within}/`) ? 'true' : undefined;
  return (
    <Link href={href} prefetch={false} className="pw-nav__link" aria-current={here}>
      {label}
    </Link>
  );
}
