'use client';

import { useEffect } from 'react';
import { forgetSaved } from '@/lib/browser-draft';

/** Stands where the server says that a form was saved: what the browser kept of it is not needed any more. */
export function ForgetSaved() {
  useEffect(() => {
    try {
      forgetSaved(localStorage, sessionStorage);
    } catch {
      // A browser without storage has kept nothing.
    }
  }, []);
  return null;
}
