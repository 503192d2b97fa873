import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { View } from '@/lib/timeline';
import { plotOf, type Layout, type TimelineData } from '@/lib/timeline-layout';
import { hrefTo } from '@/lib/timeline-links';
import { layoutOf } from '@/lib/timeline-source';
import { answers, binsAcross, type BigRecord, type Stretch } from '@/lib/timeline-stretch';
import { spanOf, viewToText } from '@/lib/timeline-view';

/** Stretches that are kept beside those of the page: enough for the way back of a long walk, some 600 KB. */
const KEPT = 40;
/** After this long without an answer the reader is told; one that comes later is taken all the same. */
const PATIENCE_MS = 8_000;
const NONE: readonly Stretch[] = [];

interface Answer {
  revision: number;
  lanes: readonly string[];
  stretch: Stretch;
}

interface Got {
  of: BigRecord | undefined;
  stretches: readonly Stretch[];
}

export interface Stretches {
  layout: Layout;
  /** What is known of a big record, the page's own first; none of a small one, which is all here. */
  stretches: readonly Stretch[];
  /** The server has not answered for the view at hand. */
  failed: boolean;
  retry(): void;
}

async function fetchAnswer(url: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Answer;
}

/**
 * The layout of the data. Of a big record it asks the server for each view that comes to rest, and keeps what it answers:
 * each answer is for its own days, so that a late one never takes the place of another.
 * @param width of the chart; nothing is asked before it is known
 */
export function useStretches(
  data: TimelineData,
  view: View,
  width: number | null,
  filterQuery: string,
): Stretches {
  const { big, laneBy } = data;
  const router = useRouter();
  const [got, setGot] = useState<Got>({ of: big, stretches: NONE });
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const own = got.of === big ? got.stretches : NONE;
  const stretches = useMemo(() => [...(big?.stretches ?? NONE), ...own], [big, own]);
  const layout = useMemo(() => layoutOf(data, stretches), [data, stretches]);
  let url: string | null = null;
  if (big && width !== null) {
    const { left, right } = plotOf(width);
    const bins = binsAcross(right - left);
    const days = viewToText(view);
    const request = { view: spanOf(view), bins };
    if (!stretches.some((stretch) => answers(stretch, request)))
      url = hrefTo('/timeline/stretch', filterQuery, { view: days, lanes: laneBy, bins: String(bins) });
  }
  useEffect(() => {
    if (!big || url === null) return;
    const asking = new AbortController();
    const take = ({ revision, lanes, stretch }: Answer): void => {
      if (asking.signal.aborted) return;
      setFailedUrl(null);
      if (lanes.join() === big.heads.map(({ key }) => key).join())
        setGot((now) => {
          const before = now.of === big ? now.stretches : NONE;
          return { of: big, stretches: [...before, stretch].slice(-KEPT) };
        });
      // The record has changed: its totals and lanes come with the page.
      if (revision !== big.revision) router.refresh();
    };
    const fail = (): void => {
      if (!asking.signal.aborted) setFailedUrl(url);
    };
    const late = setTimeout(fail, PATIENCE_MS);
    fetchAnswer(url, asking.signal)
      .then(take, fail)
      .finally(() => clearTimeout(late));
    return () => {
      clearTimeout(late);
      asking.abort();
    };
  }, [big, url, tries, router]);
  return {
    layout,
    stretches: big ? stretches : NONE,
    failed: url !== null && failedUrl === url,
    retry: () => setTries((count) => count + 1),
  };
}
