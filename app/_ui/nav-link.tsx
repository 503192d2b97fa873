'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Link } from './link';

interface Props {
  href: string;
  label: string;
  within?: string;
  /** Parameters of the page the reader is on that the section takes too: the question goes along. */
  carried?: readonly string[];
}

/** A section's link, marked where the reader is in it. */
export function NavLink({ href, label, within = href, carried = [] }: Props) {
  const path = usePathname();
  const asked = useSearchParams();
  // In the order of `carried`: one question has one address.
  const query = new URLSearchParams(
    carried.flatMap((name) => asked.getAll(name).map((value): [string, string] => [name, value])),
  ).toString();
  const here = path === href ? 'page' : within !== '/' && path.startsWith(`${within}/`) ? 'true' : undefined;
  return (
    <Link href={query ? `${href}?${query}` : href} className="pw-nav__link" aria-current={here}>
      {label}
    </Link>
  );
}
