'use client';

import { useEffect, useState } from 'react';
import { changeWords, type LiveChanges } from '@/lib/change-words';

/** Nobody needs to know in the first seconds, when the page itself is still being fetched. */
const FIRST_MS = 5000;
const LONGEST_MS = 300_000;

/**
 * Hears what has happened to the events of the query since the revision (server-sent events), while the page is looked
 * at; in the background the connection is closed, and taken up again with the page. Returns what ends it.
 */
function follow(query: string, since: number, tell: (changes: LiveChanges) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_MS;
  const stop = (): void => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const begin = (): void => {
    stop();
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      source = new EventSource(`/api/v1/changes?${query}${query && '&'}since=${since}`);
      source.addEventListener('open', () => (wait = FIRST_MS));
      source.addEventListener('change', (event: MessageEvent<string>) =>
        tell(JSON.parse(event.data) as LiveChanges),
      );
      // The browser would take up from the last event; the count is from the page's own state.
      source.addEventListener('error', () => {
        wait = Math.min(2 * wait, LONGEST_MS);
        begin();
      });
    }, wait);
  };
  begin();
  document.addEventListener('visibilitychange', begin);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', begin);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', begin);
    removeEventListener('pagehide', stop);
    removeEventListener('pageshow', begin);
  };
}

/** Says that the record has changed under the page, and offers to show it. Stands over the page: nothing moves. */
export function LiveNotice({ query, since }: { query: string; since: number }) {
  const [changes, setChanges] = useState<(LiveChanges & { of: string }) | null>(null);
  const of = `${query} ${since}`;
  useEffect(() => follow(query, since, (heard) => setChanges({ ...heard, of })), [query, since, of]);
  const words = changes?.of === of ? changeWords(changes, query !== '') : null;
  return (
    <div className="pw-live" aria-live="polite" aria-atomic="true">
      {words && (
        <p className="pw-live__words">
          {words}{' '}
          <button type="button" className="pw-live__show" onClick={() => location.reload()}>
            Show them
          </button>
        </p>
      )}
    </div>
  );
}
