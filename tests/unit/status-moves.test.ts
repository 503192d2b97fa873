import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses, type Reading } from '@/lib/indicators/evaluate';
import {
  isTold,
  saidOf,
  statusMoves,
  type Move,
  type Said,
  type Standing,
} from '@/lib/indicators/status-moves';
import { statusAtom } from '@/lib/indicators/write-status-atom';
import { binsBetween, binTitle } from '@/lib/periods';
import { feedOf } from '../setup/atom';

const months = binsBetween('2019-01-01', '2020-12-31', 'month');
type Code = 'n' | 'r' | 'h' | 'l' | 'u';
const standings: Record<Code, Standing> = {
  n: { status: 'normal', side: 0 },
  r: { status: 'raised', side: 1 },
  h: { status: 'high', side: 1 },
  l: { status: 'high', side: -1 },
  u: { status: 'unknown', side: 0 },
};
/** Readings of months in a row, a letter each, from the month `from`. */
const read = (codes: string, from = 0): Reading[] =>
  codes.split('').map((code, i) => ({
    ...months[from + i]!,
    ...standings[code as Code],
    title: binTitle(months[from + i]!, 'month'),
    value: 3,
    band: { low: 1, high: 2 },
    change: null,
    before: null,
    missing: '',
  }));

/** An indicator as it is stored, evaluated again and again. */
function watch() {
  let said: Said[] = [];
  let stood: Standing | null = null;
  return (readings: readonly Reading[], redefined = false): Move[] => {
    const moves = statusMoves({ said, stood, redefined }, readings, 'before');
    said = saidOf(readings, redefined ? [] : said);
    stood = readings.at(-1) ?? (stood && standings.u);
    return moves;
  };
}
const short = ({ kind, period, before, after }: Move): string =>
  `${kind} ${period.from.slice(0, 7)}: ${before?.status ?? 'nothing'} to ${after.status}`;

describe('what is stored of an indicator', () => {
  it('begins with what it says now; then a new status is an alert, and the same status is nothing', () => {
    const evaluate = watch();
    expect(evaluate([])).toEqual([]);
    expect(evaluate(read('nhn')).map(short)).toEqual(['begun 2019-03: nothing to normal']);
    expect(evaluate(read('nhn'))).toEqual([]);
    expect(evaluate(read('nhnn'))).toEqual([]);
    const [alert, ...rest] = evaluate(read('nhnnh'));
    expect(rest).toEqual([]);
    expect(short(alert!)).toBe('alert 2019-05: normal to high');
    expect(alert!.reason).toBe('3 in May 2019; 1 to 2 expected from before');
    expect(isTold(alert!)).toBe(true);
    // The other side is another status.
    expect(evaluate(read('nhnnl')).map(short)).toEqual(['alert 2019-05: high to high']);
  });

  it('tells a change of the past as a revision, and nobody of it', () => {
    const evaluate = watch();
    evaluate(read('nnnn'));
    const moves = evaluate(read('nhnn'));
    expect(moves.map(short)).toEqual(['revised 2019-02: normal to high']);
    expect(moves.some(isTold)).toBe(false);
    // Periods that come late: what was off between is told as of the past.
    expect(evaluate(read('nhnnrrnn')).map(short)).toEqual([
      'revised 2019-05: normal to raised',
      'revised 2019-07: raised to normal',
    ]);
  });

  it('goes back where the record no longer reaches as far, and stands at nothing where nothing is left', () => {
    const evaluate = watch();
    evaluate(read('nnh'));
    expect(evaluate(read('nn')).map(short)).toEqual([
      'revised 2019-03: high to unknown',
      'alert 2019-02: high to normal',
    ]);
    expect(evaluate([]).map(short)).toEqual([
      'revised 2019-01: normal to unknown',
      'revised 2019-02: normal to unknown',
      'alert 2019-02: normal to unknown',
    ]);
    expect(evaluate([])).toEqual([]);
  });

  it('says that the indicator was changed where it was, and only that; old periods that go out of sight are no news', () => {
    const evaluate = watch();
    evaluate(read('nnnnn'));
    const moves = evaluate(read('hhhh', 1), true);
    expect(moves.map(short)).toEqual(['redefined 2019-05: normal to high']);
    expect(moves.every(isTold)).toBe(true);
    expect(evaluate(read('nhhh', 1), true).map(short)).toEqual(['redefined 2019-05: high to high']);
    expect(evaluate(read('nhhh', 1), true).some(isTold)).toBe(false);
    expect(evaluate(read('hhh', 2))).toEqual([]);
  });

  it('agrees with what is computed, whatever is written in whatever order', () => {
    const codes = fc.string({ unit: fc.constantFrom(...(Object.keys(standings) as Code[])), maxLength: 9 });
    fc.assert(
      fc.property(fc.array(codes, { minLength: 1, maxLength: 8 }), (records) => {
        const evaluate = watch();
        const last = new Map<string, Standing>();
        let told: Standing | null = null;
        for (const record of records) {
          const readings = read(record);
          const moves = evaluate(readings);
          for (const { period, after, before, kind } of moves) {
            expect(statuses).toContain(after.status);
            if (kind === 'alert') expect(before).toMatchObject(told!);
            last.set(period.from, after);
            if (kind !== 'revised') told = after;
          }
          // At most one is for the alarm; the last that was told is what the record says.
          expect(moves.filter(isTold).length).toBeLessThan(2);
          const now = readings.at(-1) ?? (told && standings.u);
          expect(told && { status: told.status, side: told.side }).toEqual(
            now && { status: now.status, side: now.side },
          );
          for (const { from, status, side } of readings)
            if (last.has(from)) expect(last.get(from)).toMatchObject({ status, side });
        }
      }),
    );
  });
});

describe('the feed of changes', () => {
  it('is a feed, empty or filled, whatever a question holds', () => {
    const context = { publicUrl: 'https://watch.example.test', marking: 'OFFICIAL', only: null };
    expect(feedOf(statusAtom([], context)).entries).toEqual([]);
    const change = {
      id: 7,
      indicator: 'attacks',
      question: 'More <attacks> & "plots"?',
      pillar: 'pursue' as const,
      kind: 'alert' as const,
      fromStatus: 'normal' as const,
      fromSide: 0 as const,
      status: 'high' as const,
      side: 1 as const,
      reason: '8 in June 2020',
      revision: 12,
      noticedAt: '2026-11-28 17:00:00+00',
    };
    const { entries, feed } = feedOf(
      statusAtom([change], { ...context, only: { slug: 'attacks', question: 'Q' } }),
    );
    expect(entries[0]).toMatchObject({
      title: 'High, above (was normal): More <attacks> & "plots"?',
      updated: '2026-11-28T17:00:00.000Z',
      link: 'https://watch.example.test/indicators/attacks',
    });
    expect(entries[0]!.id).toMatch(/^urn:uuid:[\da-f-]{36}$/);
    expect(feed.link[0]).toEqual({
      rel: 'self',
      href: 'https://watch.example.test/indicators/files/attacks.atom',
    });
  });
});
