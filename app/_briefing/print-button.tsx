'use client';

import { useScripted } from '@/app/_ui/use-scripted';

/** Opens the browser's own printing; not there without scripts, where the browser's menu does the same. */
export function PrintButton() {
  if (!useScripted()) return null;
  return (
    <button type="button" className="pw-button" onClick={() => window.print()}>
      Print
    </button>
  );
}
