import type { ReactNode } from 'react';
import { filterKeys } from '@/lib/filters';
import { Link } from './link';
import { NavLink } from './nav-link';

/** Those that answer a question of filters take it along from each other; the name of the product begins anew. */
const sections = [
  { href: '/', label: 'Overview', carried: filterKeys },
  { href: '/timeline', label: 'Timeline', carried: filterKeys },
  { href: '/map', label: 'Map', carried: filterKeys },
  { href: '/flows', label: 'Flows', carried: filterKeys },
  { href: '/events', label: 'Events', carried: filterKeys },
  { href: '/pillars/prevent', label: 'Pillars', within: '/pillars', carried: filterKeys },
  { href: '/regions/GB', label: 'Places', within: '/regions', carried: filterKeys },
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
