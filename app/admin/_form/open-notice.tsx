'use client';

import { useEffect, useState } from 'react';
import { openFormWords, type OpenForm } from '@/lib/open-forms';

const EVERY_MS = 30_000;
/** Whoever has done nothing for so long is not editing; and asking on would keep a session alive that nobody uses. */
const REST_MS = 10 * 60_000;

/** Says every half minute that the form is open, as long as somebody is at it, and hears who else has it open. */
function keepOpen(address: string, tell: (others: OpenForm[]) => void): () => void {
  let used = Date.now();
  const beat = async (): Promise<void> => {
    if (Date.now() - used > REST_MS) return;
    const answer = await fetch(address, { method: 'POST' }).catch(() => null);
    if (answer?.ok) tell((await answer.json()) as OpenForm[]);
  };
  const use = (): void => {
    const rested = Date.now() - used > REST_MS;
    used = Date.now();
    if (rested) void beat();
  };
  const leave = (): void => void fetch(address, { method: 'DELETE', keepalive: true }).catch(() => null);
  const back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void beat();
  };
  const timer = setInterval(() => void beat(), EVERY_MS);
  const uses = ['keydown', 'pointerdown'] as const;
  for (const name of uses) addEventListener(name, use);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', back);
  void beat();
  return () => {
    clearInterval(timer);
    for (const name of uses) removeEventListener(name, use);
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', back);
    leave();
  };
}

/** Who else has the event's form open. It never locks: whoever saves second is shown what the first has saved. */
export function OpenNotice({ slug, initial }: { slug: string; initial: readonly OpenForm[] }) {
  const [others, setOthers] = useState(initial);
  useEffect(() => keepOpen(`/admin/events/${slug}/open`, setOthers), [slug]);
  return (
    <div role="status">
      {others.length > 0 && (
        <p className="govuk-inset-text pw-open-notice">
          {openFormWords(others)} You can both go on: whoever saves second is shown what the other has saved.
        </p>
      )}
    </div>
  );
}
