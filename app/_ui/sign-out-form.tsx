'use client';

import type { ReactNode } from 'react';
import { forgetDrafts, hasDrafts } from '@/lib/browser-draft';

const ASK = 'You typed something that is not saved. It goes when you sign out. Sign out all the same?';

/**
 * A form that ends a session of this browser: what was typed and not saved goes with it, for whoever sits down next; not
 * before one is asked.
 */
export function SignOutForm({
  action,
  className,
  children,
}: {
  action: (form: FormData) => Promise<void>;
  className?: string;
  children: ReactNode;
}) {
  const forget = (event: { preventDefault(): void }) => {
    try {
      // The browser's own question holds up the form that is being sent.
      if (hasDrafts(localStorage) && !confirm(ASK)) event.preventDefault();
      else forgetDrafts(localStorage);
    } catch {
      // A browser without storage has kept nothing.
    }
  };
  return (
    <form action={action} className={className} onSubmit={forget}>
      {children}
    </form>
  );
}
