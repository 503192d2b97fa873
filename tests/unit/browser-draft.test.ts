import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftFromEntries,
  forgetDrafts,
  forgetSaved,
  forgetSent,
  hasDrafts,
  keepDraft,
  keptDrafts,
  noteSent,
  type KeptDraft,
  type Shelf,
} from '@/lib/browser-draft';
import { draftFromEvent, draftFromForm, emptyDraft } from '@/lib/event-draft';
import { anyStoredEvent } from '../setup/arbitraries';
import { formOf } from '../setup/event-form';

function shelf(): Shelf & { names(): string[] } {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
    key: (i) => [...held.keys()][i] ?? null,
    get length() {
      return held.size;
    },
    names: () => [...held.keys()],
  };
}

const NOW = Date.parse('2026-11-25T10:00:00Z');
const kept = (change: Partial<KeptDraft> = {}): KeptDraft => ({
  at: '2026-11-25T09:00:00.000Z',
  slug: 'an-event',
  version: 3,
  key: 'form-1',
  entries: [['title', 'Ports reopen']],
  ...change,
});

describe('what a browser keeps of a form', () => {
  it('reads back as the form that was typed, row for row', () => {
    fc.assert(
      fc.property(anyStoredEvent, (event) => {
        const form = formOf(draftFromEvent(event));
        const entries = [...form].map(([name, value]): [string, string] => [name, value as string]);
        expect(draftFromEntries(emptyDraft(), entries)).toEqual(draftFromForm(form));
      }),
      { numRuns: 30 },
    );
  });

  it('is offered to the person and for the event alone, the newest first, and not after two weeks', () => {
    const held = shelf();
    keepDraft(held, 'ann', kept());
    keepDraft(held, 'ann', kept({ key: 'form-2', at: '2026-11-25T09:30:00.000Z', version: 4 }));
    keepDraft(held, 'ann', kept({ key: 'form-3', at: '2026-11-01T09:30:00.000Z' }));
    keepDraft(held, 'ann', kept({ slug: null }));
    keepDraft(held, 'bob', kept({ key: 'form-4' }));
    held.setItem('pillarwatch-draft:ann:an-event:3:broken', '{"at":');
    expect(keptDrafts(held, 'ann', 'an-event', NOW).map(({ key }) => key)).toEqual(['form-2', 'form-1']);
    expect(keptDrafts(held, 'ann', null, NOW)).toEqual([kept({ slug: null })]);
    expect(held.names()).toHaveLength(4);
  });

  it('goes when the server says that it is saved, stays when the form comes back, and goes on signing out', () => {
    const [held, tab] = [shelf(), shelf()];
    keepDraft(held, 'ann', kept());
    keepDraft(held, 'ann', kept({ key: 'form-2' }));
    noteSent(tab, 'ann', kept());
    forgetSent(tab);
    forgetSaved(held, tab);
    expect(held.names()).toHaveLength(2);
    noteSent(tab, 'ann', kept());
    forgetSaved(held, tab);
    expect(keptDrafts(held, 'ann', 'an-event', NOW).map(({ key }) => key)).toEqual(['form-2']);
    held.setItem('other', 'stays');
    expect(hasDrafts(held)).toBe(true);
    forgetDrafts(held);
    expect(hasDrafts(held)).toBe(false);
    expect(held.names()).toEqual(['other']);
  });
});
