'use client';

import { useEffect } from 'react';
import { hrefTo } from '@/lib/timeline-links';

interface Props {
  path: string;
  /** The one way to write the page's question: its filters and what else it keeps. */
  query: string;
  /** False where the URL holds values that could not be used: the reader is to see them. */
  clean: boolean;
}

/**
 * Tidies the address after a form has put empty and freely written values into it, so that what people copy is the one
 * address of this view. Nothing is loaded anew, and Back is not lengthened.
 */
export function CanonicalUrl({ path, query, clean }: Props) {
  useEffect(() => {
    const now = `${window.location.pathname}${window.location.search}`;
    const params = new URLSearchParams(window.location.search);
    const extra = [...params.keys()].some((key) => key === 'after' || key === 'before');
    // The timeline writes its view into the address itself; a page that Back brings again was made without it.
    const view = params.get('view');
    const tidy = hrefTo(path, query, view ? { view } : {});
    if (clean && !extra && now !== tidy)
      window.history.replaceState(window.history.state, '', tidy + window.location.hash);
  }, [path, query, clean]);
  return null;
}
