'use client';

import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Puts this page's address on the clipboard. Not there where the browser has none to give: without scripts, or http. */
export function CopyLink() {
  const able = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  );
  const [copied, setCopied] = useState(false);
  if (!able) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 3000);
  };
  return (
    <button type="button" className="pw-button" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? 'Link copied' : 'Copy link'}</span>
    </button>
  );
}
