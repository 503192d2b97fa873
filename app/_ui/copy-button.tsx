'use client';

import { useState } from 'react';
import { useScripted } from './use-scripted';

interface Props {
  label: string;
  /** What it says for a moment afterwards. */
  copied: string;
  textOf(): string;
}

/** Puts a text on the clipboard. Not there where the browser has none to give: without scripts, or http. */
export function CopyButton({ label, copied: done, textOf }: Props) {
  const able = useScripted() && 'clipboard' in navigator;
  const [copied, setCopied] = useState(false);
  if (!able) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(textOf());
    setCopied(true);
    setTimeout(() => setCopied(false), 3000);
  };
  return (
    <button type="button" className="pw-button" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}
