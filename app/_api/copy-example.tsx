'use client';

import { CopyButton } from '@/app/_ui/copy-button';

/** Puts the text of the element with this id on the clipboard. */
export function CopyExample({ from }: { from: string }) {
  const textOf = (): string => document.getElementById(from)!.textContent;
  return (
    <p className="pw-code-copy">
      <CopyButton label="Copy" copied="Copied" textOf={textOf} />
    </p>
  );
}
