'use client';

import type { ReactNode } from 'react';
import { forgetDrafts } from '@/lib/browser-draft';

/** A form that ends a session of this browser: what was typed and not saved goes with it, for whoever sits down next. */
export function SignOutForm({
  action,
  className,
  children,
}: {
  action: (form: FormData) => Promise<void>;
  className?: string;
  children: ReactNode;
}) {
  const forget = () => {
    try {
      forgetDrafts(localStorage);
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
