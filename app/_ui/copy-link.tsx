'use client';

import { CopyButton } from './copy-button';

/** Puts this page's address on the clipboard. */
export function CopyLink() {
  return <CopyButton label="Copy link" copied="Link copied" textOf={() => window.location.href} />;
}
