import { useEffect, useRef, useState, type RefObject } from 'react';
import {
  draftFromEntries,
  forgetDraft,
  forgetSent,
  keepDraft,
  keptDrafts,
  noteSent,
  type KeptDraft,
} from '@/lib/browser-draft';
import type { FormState } from './form-state';

/** Milliseconds after the last key until what was typed is kept. */
const PAUSE = 400;
/** What goes with the form but is not typed by anybody. */
const UNTYPED = new Set(['intent', 'seen', 'slug', 'version', 'key', 'another']);

function entriesOf(form: HTMLFormElement): KeptDraft['entries'] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !UNTYPED.has(name) && !name.startsWith('$') ? [[name, value]] : [],
  );
}

/** A browser may have no storage, or no room in it: then the form works as without. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const sameDraft = (kept: KeptDraft, { draft }: FormState): boolean =>
  JSON.stringify(draftFromEntries(draft, kept.entries)) ===
  JSON.stringify(draftFromEntries(draft, Object.entries(draft).flatMap(flat)));

/** A field of the draft as the form sends it. */
function flat([name, value]: [string, FormState['draft'][keyof FormState['draft']]]): KeptDraft['entries'] {
  if (typeof value === 'string') return [[name, value]];
  return value.flatMap((row, i) =>
    typeof row === 'string'
      ? ([[name, row]] as KeptDraft['entries'])
      : Object.entries(row).map(([key, text]): [string, string] => [`${name}.${i}.${key}`, text]),
  );
}

/** Keeps what is typed after each pause, and at once when the page goes away or the form is sent. */
function useKeeping(form: RefObject<HTMLFormElement | null>, user: string, shown: FormState): void {
  const { slug, version, key, turn } = shown;
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draft = { slug, version, key };
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const entries = entriesOf(element);
      quietly(() => keepDraft(localStorage, user, { ...draft, at: new Date().toISOString(), entries }));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };
    const now = () => timer !== undefined && keep();
    const send = () => {
      keep();
      quietly(() => noteSent(sessionStorage, user, draft));
    };
    // The form came back: it may hold a row more, or what a citation filled in.
    quietly(() => forgetSent(sessionStorage));
    if (turn > 0) keep();
    element.addEventListener('input', later);
    element.addEventListener('submit', send);
    window.addEventListener('pagehide', now);
    return () => {
      now();
      element.removeEventListener('input', later);
      element.removeEventListener('submit', send);
      window.removeEventListener('pagehide', now);
    };
  }, [form, user, slug, version, key, turn]);
}

/**
 * Keeps what is typed in this browser alone until it is saved, and offers what an earlier form kept. A draft is restored
 * with the version over which it was typed, so that saving it shows what others have saved since.
 */
export function useKeptDraft(state: FormState, user: string) {
  const form = useRef<HTMLFormElement>(null);
  const [offers, setOffers] = useState<KeptDraft[]>([]);
  const [restored, setRestored] = useState<FormState | null>(null);
  const shown = restored?.turn === state.turn ? restored : state;
  useEffect(() => {
    const found = quietly(() => keptDrafts(localStorage, user, state.slug, Date.now())) ?? [];
    for (const kept of found)
      if (sameDraft(kept, state)) quietly(() => forgetDraft(localStorage, user, kept));
    setOffers(found.filter((kept) => kept.key !== state.key && !sameDraft(kept, state)));
    // oxlint-disable-next-line react/exhaustive-deps -- Only what was kept before this form was opened is offered.
  }, []);
  useKeeping(form, user, shown);
  const drop = (kept: KeptDraft) => setOffers((all) => all.filter((one) => one !== kept));
  return {
    form,
    shown,
    offers,
    restore(kept: KeptDraft) {
      const { version, key, entries } = kept;
      const paste = entries.find(([name]) => name === 'paste')?.[1] ?? '';
      const draft = draftFromEntries(state.draft, entries);
      setRestored({ ...state, draft, version, key, paste, errors: [], focus: 'title' });
      drop(kept);
    },
    discard(kept: KeptDraft) {
      quietly(() => forgetDraft(localStorage, user, kept));
      drop(kept);
    },
  };
}
