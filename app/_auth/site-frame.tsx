import type { ReactNode } from 'react';
import { AccountLink } from '@/app/_ui/account-link';
import { SiteFooter } from '@/app/_ui/site-footer';
import { SiteHeader } from '@/app/_ui/site-header';
import { database } from '@/db/client';
import { countReview } from '@/db/review';
import { env } from '@/lib/env';
import { may } from '@/lib/permissions';
import { currentUser } from './session';

/** Header, main and footer of every page, with who is signed in. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const toReview = user && may(user.role, 'events.publish') ? await countReview(database()) : 0;
  return (
    <>
      <SiteHeader marking={env().MARKING} account={<AccountLink {...{ user, toReview }} />} />
      <div className="govuk-width-container">
        <main className="pw-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
