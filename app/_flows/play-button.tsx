'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useScripted } from '@/app/_ui/use-scripted';

/** How long a month stands. */
const STEP_MS = 1_800;

/**
 * Goes through the months by itself, from the one shown to the last, until it is stopped. Not there without scripts, nor
 * for readers who asked their device for less motion: the links beside it step through the same months.
 */
export function PlayButton({ months, at }: { months: readonly string[]; at: number }) {
  const router = useRouter();
  const able = useScripted() && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [playing, setPlaying] = useState(false);
  const next = months[at + 1];
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (next === undefined) setPlaying(false);
      else router.replace(next, { scroll: false });
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, next, router]);
  if (!able || months.length < 2) return null;
  const toggle = (): void => {
    // At the last month there is nothing left: it begins again.
    if (!playing && (next === undefined || at < 0)) router.replace(months[0]!, { scroll: false });
    setPlaying(!playing);
  };
  return (
    <button type="button" className="pw-button" aria-pressed={playing} onClick={toggle}>
      {playing ? 'Stop' : 'Play'}
    </button>
  );
}
