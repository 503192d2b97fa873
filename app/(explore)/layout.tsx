import type { ReactNode } from 'react';
import { AccountLink } from '@/app/_ui/account-link';
import { SiteFooter } from '@/app/_ui/site-footer';
import { SiteHeader } from '@/app/_ui/site-header';
import { env } from '@/lib/env';

/** Header, main and footer of the pages that readers use. */
export default function ExploreLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader marking={env().MARKING} account={<AccountLink user={null} />} />
      <div className="govuk-width-container">
        <main className="pw-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
