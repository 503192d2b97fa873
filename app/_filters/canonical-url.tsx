'use client';

import { useEffect } from 'react';
import { hrefWith, type Filters } from '@/lib/filters';

interface Props {
  path: string;
  filters: Filters;
  keep: Record<string, string | undefined>;
  /** False where the URL holds values that could not be used: the reader is to see them. */
  clean: boolean;
}

/**
 * Tidies the address after a form has put empty and freely written values into it, so that what people copy is the one
 * address of this view. Nothing is loaded anew, and Back is not lengthened.
 */
export function CanonicalUrl({ path, filters, keep, clean }: Props) {
  const href = hrefWith(path, filters, keep);
  useEffect(() => {
    const now = `${window.location.pathname}${window.location.search}`;
    const extra = [...new URLSearchParams(window.location.search).keys()].some(
      (key) => key === 'after' || key === 'before',
    );
    if (clean && !extra && now !== href)
      window.history.replaceState(window.history.state, '', href + window.location.hash);
  }, [href, clean]);
  return null;
}
