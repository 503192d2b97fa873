'use client';

import { useEffect, useRef, useState, useTransition } from 'react';
import { refusalWords } from '@/app/_auth/refusal-words';
import type { IndicatorPreview } from '@/app/_http/indicator-preview';
import { previewIndicatorAction, type LivePreview } from '../indicators/actions';
import { PreviewBody } from './indicator-preview';

/** How long the keys must rest before the server is asked, in milliseconds. */
const REST_MS = 500;

function problemOf(live: LivePreview | null): string | null {
  if (!live || 'preview' in live) return null;
  return 'problem' in live ? live.problem : refusalWords[live.refused];
}

/** The preview of the form round it: what the Preview button gave, and with scripts what is being typed. */
export function IndicatorLivePreview({ given }: { given: IndicatorPreview | null }) {
  const box = useRef<HTMLElement>(null);
  const [live, setLive] = useState<LivePreview | null>(null);
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    let waiting: number | undefined;
    let asked = 0;
    const ask = (): void => {
      asked += 1;
      const mine = asked;
      startTransition(async () => {
        const answer = await previewIndicatorAction(new FormData(form)).catch(() => null);
        // What was asked before the last key is no news.
        if (answer && mine === asked) setLive(answer);
      });
    };
    const typed = (): void => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(ask, REST_MS);
    };
    form.addEventListener('input', typed);
    typed();
    return () => {
      window.clearTimeout(waiting);
      form.removeEventListener('input', typed);
    };
  }, []);
  const preview = live && 'preview' in live ? live.preview : given;
  const problem = problemOf(live);
  return (
    <section className="pw-preview" aria-labelledby="preview" ref={box}>
      <h2 className="pw-figure__title" id="preview">
        On past data
      </h2>
      <p className="pw-quiet" role="status">
        {problem
          ? `Cannot be shown yet: ${problem}.`
          : pending
            ? 'Counting…'
            : preview
              ? 'As the form stands. Nothing is saved by this.'
              : 'Press Preview to see how often it would have fired.'}
      </p>
      {preview && !problem && <PreviewBody preview={preview} />}
    </section>
  );
}
