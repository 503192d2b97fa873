import { useEffect } from 'react';
import { decodeTile } from '@/lib/count-tile';
import type { View } from '@/lib/timeline';
import { hrefTo } from '@/lib/timeline-links';
import { viewToText } from '@/lib/timeline-view';
import type { Marking } from './marking';

/** A view that is gone again within this time is not worth a tile. */
const REST_MS = 250;

/** Fetches the tile of the view at hand, so that marking dates needs no request; without one, dates are marked as ever. */
export function useTile(marking: Marking | null, view: View, filterQuery: string): void {
  const url = hrefTo('/timeline/tile', filterQuery, { view: viewToText(view) });
  useEffect(() => {
    if (!marking) return;
    const asking = new AbortController();
    const { signal } = asking;
    const ask = async (): Promise<void> => {
      const { ok, body } = await fetch(url, { signal });
      if (!ok || !body) return;
      const unpacked = body.pipeThrough(new DecompressionStream('gzip'));
      const tile = decodeTile(await new Response(unpacked).arrayBuffer());
      if (!signal.aborted) marking.take(tile);
    };
    // An outage takes the linked counts away, and nothing that was there without them.
    const waiting = setTimeout(() => void ask().catch(() => {}), REST_MS);
    return () => {
      clearTimeout(waiting);
      asking.abort();
      marking.take(null);
    };
  }, [marking, url]);
}
