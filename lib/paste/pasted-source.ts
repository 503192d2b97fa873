import { filled, withGroupChange, type EventDraft } from '../event-draft';
import type { PastedField } from './paste-text';
import { readCitation } from './pasted-citation';

export interface PastedSource {
  draft: EventDraft;
  /** The row of the source that was filled; null where nothing could be read. */
  row: number | null;
  filled: PastedField[];
  /** Of these, what the address alone suggests. */
  guessed: PastedField[];
  /** What could not be read: it stays in the box. */
  left: string;
}

/** An event takes no more sources than this (lib/event.ts). */
const MOST = 20;

/** The draft with a source filled from a pasted text: the first one that is empty, else a new one. Nothing typed is replaced. */
export function withPastedSource(draft: EventDraft, text: string): PastedSource {
  const { fields, guessed, rest } = readCitation(text);
  const empty = draft.sources.findIndex((source) => filled([source]).length === 0);
  const row = empty === -1 ? draft.sources.length : empty;
  if (Object.keys(fields).length === 0 || row >= MOST)
    return { draft, row: null, filled: [], guessed: [], left: text };
  const { sources, ...others } = empty === -1 ? withGroupChange(draft, 'sources', 'add') : draft;
  return {
    draft: {
      ...others,
      sources: sources.map((source, i) => (i === row ? { ...source, ...fields } : source)),
    },
    row,
    filled: Object.keys(fields) as PastedField[],
    guessed,
    left: rest,
  };
}
