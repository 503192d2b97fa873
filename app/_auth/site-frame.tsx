import type { ReactNode } from 'react';
import { AccountLink } from '@/app/_ui/account-link';
import { SiteFooter } from '@/app/_ui/site-footer';
import { SiteHeader } from '@/app/_ui/site-header';
import { env } from '@/lib/env';
import { currentUser } from './session';

/** Header, main and footer of every page, with who is signed in. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return (
    <>
      <SiteHeader marking={env().MARKING} account={<AccountLink user={user} />} />
      <div className="govuk-width-container">
        <main className="pw-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
