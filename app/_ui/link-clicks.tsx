'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** A click that asks for the link here and now: not in another tab, not to save it. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** Follows every Link of the page by the router: once for all of them, and for those that come as finished HTML. */
export function LinkClicks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>('a[data-go]');
      if (!link || link.target) return;
      event.preventDefault();
      router.push(link.getAttribute('href')!, { scroll: link.dataset.go !== 'stay' });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
