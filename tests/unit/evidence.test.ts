import { describe, expect, it } from 'vitest';
import { balanceOf, balanceScale, balanceWords, type EvidenceItem } from '@/lib/evidence/balance';
import { standingTerms } from '@/lib/evidence/evidence';
import { evidenceSheet } from '@/lib/evidence/evidence-sheet';
import { sampleEvents } from '../setup/arbitraries';

const items = sampleEvents(60, 11).map((event, i): EvidenceItem => ({
  id: i,
  bearing: standingTerms[i % 3]!.code,
  note: `Note ${i}`,
  writtenAt: '2026-06-01 12:00:00+00',
  event: {
    ...event,
    id: i,
    version: 1,
    createdAt: '2026-06-01',
    updatedAt: '2026-06-01',
    status: i % 10 === 0 ? 'archived' : 'published',
  },
}));
const columns = (...all: [number, number][]) =>
  all.map(([supports, against]) => ({ supports, against, context: 0 }));

describe('the balance of evidence', () => {
  it('counts each published event once, in the period in which it starts', () => {
    const balance = balanceOf(items);
    for (const { code } of standingTerms) {
      const of = items.filter(({ bearing, event }) => bearing === code && event.status === 'published');
      expect(balance.total[code]).toBe(of.length);
      for (const { from, to, [code]: count } of balance.columns)
        expect(count).toBe(of.filter(({ event }) => event.startsOn >= from && event.startsOn <= to).length);
    }
    expect(balance.archived).toBe(6);
    expect(balanceOf([]).columns).toEqual([]);
    expect(balanceOf(items.slice(1, 2))).toMatchObject({ period: 'month', columns: [{ against: 1 }] });
  });

  it('says the balance in words', () => {
    const words = (supports: number, against: number, context: number) =>
      balanceWords({ total: { supports, against, context } });
    expect(words(12, 3, 2)).toBe('12 events support it, 3 speak against it; 2 give context');
    expect(words(1, 1, 1)).toBe('1 event supports it, 1 speaks against it; 1 gives context');
    expect(words(0, 0, 4)).toBe('No event supports it, none speaks against it; 4 give context');
    expect(words(0, 0, 0)).toBe('No event is linked to this question yet');
  });

  it('measures both sides of its line by one length', () => {
    const { ticks, at } = balanceScale(columns([12, 0], [0, 3]));
    expect(ticks).toEqual([15, 10, 5, 0, -5]);
    expect(at(0) - at(5)).toBeCloseTo(at(-5) - at(0));
    expect(balanceScale(columns([0, 0])).ticks).toEqual([1, 0, -1]);
  });

  it('goes out with how to cite each event and what it rests on', () => {
    const articles = new Map([['a', { author: 'A', title: 'B', outlet: 'C', publishedText: '2020' }]]);
    const context = { publicUrl: 'https://pw.example', accessed: '2026-11-28', asOf: null, articles };
    const { header, rows } = evidenceSheet(items.slice(0, 1), {
      ...context,
      indicator: { slug: 'attacks', question: 'More?' },
    });
    const row = Object.fromEntries(header.map((name, i) => [name, rows[0]![i]]));
    expect(row).toMatchObject({ indicator: 'attacks', bearing: 'supports', event_status: 'archived' });
    expect(row.citation).toContain(`version 1, https://pw.example/events/${items[0]!.event.slug}`);
    expect(row.sources).toContain(items[0]!.event.sources[0]!.title);
  });
});
