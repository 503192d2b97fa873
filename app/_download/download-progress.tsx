'use client';

import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Asked } from './download-line';

// Fetched with the first download: no page waits for it.
const DownloadLine = lazy(async () => ({ default: (await import('./download-line')).DownloadLine }));

/** crypto.randomUUID is not there on a plain http address, as one inside a department may be. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Gives the link a name under which its file can be followed, for this click alone. */
function follow(link: HTMLAnchorElement, id: string): void {
  const plain = link.href;
  const followed = new URL(plain);
  followed.searchParams.set('progress', id);
  link.href = followed.href;
  setTimeout(() => (link.href = plain));
}

/** Links to long files, and under them how far each is that was asked for here. Without scripts the links are links. */
export function DownloadProgress({ children }: { children: ReactNode }) {
  const links = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState<readonly Asked[]>([]);
  useEffect(() => {
    const place = links.current!;
    const begin = (event: MouseEvent): void => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[download]');
      if (!link) return;
      const id = newId();
      follow(link, id);
      setAll((before) => [...before, { id, label: link.textContent }]);
    };
    place.addEventListener('click', begin);
    return () => place.removeEventListener('click', begin);
  }, []);
  return (
    <>
      <div ref={links}>{children}</div>
      {all.length > 0 && (
        <Suspense>
          <ul className="pw-progresses" aria-label="Downloads">
            {all.map((asked) => (
              <DownloadLine
                key={asked.id}
                asked={asked}
                close={() => setAll((before) => before.filter(({ id }) => id !== asked.id))}
              />
            ))}
          </ul>
        </Suspense>
      )}
    </>
  );
}
