import type { ReactNode } from 'react';
import { Link } from './link';
import { NavLink } from './nav-link';

const sections = [
  { href: '/', label: 'Overview' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/map', label: 'Map' },
  { href: '/flows', label: 'Flows' },
  { href: '/events', label: 'Events' },
  { href: '/pillars/prevent', label: 'Pillars', within: '/pillars' },
  { href: '/regions/GB', label: 'Places', within: '/regions' },
  { href: '/compare', label: 'Compare' },
  { href: '/before-after', label: 'Before and after' },
  { href: '/indicators', label: 'Indicators' },
  { href: '/series', label: 'Series' },
  { href: '/data', label: 'Data' },
];

/** Skip link, protective marking, name and sections; `account` is the last item: sign-in, or who is signed in. */
export function SiteHeader({ marking, account }: { marking: string; account: ReactNode }) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="pw-header">
        <p className="pw-marking">{marking}</p>
        <div className="govuk-width-container pw-header__row">
          <span className="pw-header__name">
            <Link href="/">Pillarwatch</Link>
          </span>
          <nav className="pw-nav" aria-label="Sections">
            <ul className="pw-nav__list">
              {sections.map((section) => (
                <li key={section.href} className="pw-nav__item">
                  <NavLink {...section} />
                </li>
              ))}
              <li className="pw-nav__item pw-nav__item--end">{account}</li>
            </ul>
          </nav>
        </div>
      </header>
    </>
  );
}
