'use client';

import { useState } from 'react';
import { useScripted } from './use-scripted';

/** Puts this page's address on the clipboard. Not there where the browser has none to give: without scripts, or http. */
export function CopyLink() {
  const able = useScripted() && 'clipboard' in navigator;
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
