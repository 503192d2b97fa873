import { randomUUID } from 'node:crypto';
import type { Refusal } from '@/app/_auth/session';
import type { Likeness } from '@/db/duplicates';
import type { LastChange } from '@/db/event-form';
import type { Difference } from '@/lib/draft-difference';
import type { EventDraft } from '@/lib/event-draft';
import type { DraftError } from '@/lib/event-from-draft';
import type { PastedSource } from '@/lib/paste/pasted-source';
import { placeInFull, readPlace } from '@/lib/place-words';

/** What the form shows: what was typed, and the answer to it. */
export interface FormState {
  draft: EventDraft;
  /** Of the event that is changed; null for a new one. */
  slug: string | null;
  /** The version over which the event is saved. */
  version: number;
  /** Names one form that was opened, so that sending it twice makes one event. */
  key: string;
  errors: DraftError[];
  /** The places as they were understood, in full. */
  readAs: { region: string | null; origin: string | null };
  duplicates: Likeness[];
  /** Somebody saved since the form was opened. */
  stale: (LastChange & { differences: Difference[] }) | null;
  refused: Refusal | null;
  /** What stands in the box for a citation; after it was read, what could not be. */
  paste: string;
  pasted: Pick<PastedSource, 'row' | 'filled' | 'guessed'> | null;
  /** True where another event is to be typed after this one is saved. */
  another: boolean;
  /** Raised with every answer, so that the form shows what the answer holds. */
  turn: number;
  /** The control to go to, after a row was added or taken away. */
  focus: string | null;
}

function understoodPlace(text: string): string | null {
  const found = readPlace(text);
  return 'place' in found ? placeInFull(found.place) : null;
}

/** The state of a form that holds the draft, before anything is said about it. */
export function formState(draft: EventDraft, event: { slug: string; version: number } | null): FormState {
  return {
    draft,
    slug: event?.slug ?? null,
    version: event?.version ?? 0,
    key: randomUUID(),
    errors: [],
    readAs: { region: understoodPlace(draft.region), origin: understoodPlace(draft.origin) },
    duplicates: [],
    stale: null,
    refused: null,
    paste: '',
    pasted: null,
    another: false,
    turn: 0,
    focus: null,
  };
}
