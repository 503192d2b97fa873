import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belowPanel, belowText, parseBelow } from '@/lib/below';
import { periodSheet } from '@/lib/chart-csv';
import { columnHref, periodBins, type PeriodData } from '@/lib/chart-period';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { layOver, overTags } from '@/lib/over-layer';
import { overlaid, overlayText, parseOverlay, type Overlay } from '@/lib/overlay';
import type { LockdownBand } from '@/lib/timeline';
import { pillars } from '@/lib/vocabulary';
import { anyFilters } from '../setup/arbitraries';

const mark = (given: Partial<LockdownBand>): LockdownBand => ({
  slug: 'a-lockdown',
  title: 'A lockdown',
  region: 'FR',
  startsOn: '2020-03-17',
  endsOn: '2020-05-10',
  precision: 'day',
  definition: 'A rule.',
  source: 'A table',
  reach: null,
  ...given,
});

const read = (query: string) => parseOverlay(new URLSearchParams(query));

describe('an overlay', () => {
  it('comes back the same from its own parameter', () => {
    const any: fc.Arbitrary<Overlay> = fc.oneof(
      fc.constantFrom<Overlay>({ kind: 'lockdowns' }, { kind: 'none' }),
      anyFilters.map((filters): Overlay => ({ kind: 'events', filters })),
    );
    fc.assert(
      fc.property(any, (overlay) => {
        const text = overlayText(overlay);
        expect(read(new URLSearchParams(text === undefined ? {} : { over: text }).toString())).toEqual({
          overlay,
          problems: [],
        });
      }),
    );
  });

  it('is read from the fields of its form, and never throws', () => {
    const { overlay } = read('over=events&over.type=attack&over.region=United+Kingdom&over.q=&type=policy');
    expect(overlay).toEqual({
      kind: 'events',
      filters: withFilters(noFilters, { type: ['attack'], region: ['GB'] }),
    });
    fc.assert(fc.property(fc.string(), (text) => void read(new URLSearchParams({ over: text }).toString())));
  });

  it('of which nothing can be read is left out and named, and asks no other record', () => {
    const { overlay, problems } = read('over=type%3Dbanana');
    expect(overlay).toEqual({ kind: 'lockdowns' });
    expect(problems).toMatchObject([{ key: 'type', value: 'banana' }]);
    // No filter at all would lie over everything.
    expect(read('over=attacks')).toMatchObject({
      overlay: { kind: 'lockdowns' },
      problems: [{ key: 'over', value: 'attacks' }],
    });
    expect(read('over=type%3Dattack%26asOf%3D2020-01-01').overlay).toMatchObject({ filters: { asOf: null } });
  });

  it('obeys the dates and the day of its chart, and its places where it names none', () => {
    const chart: Filters = {
      ...noFilters,
      from: '2020-03-01',
      to: '2020-04-30',
      region: ['GB'],
      pillar: ['prevent'],
      asOf: '2026-01-01',
    };
    const own = withFilters(noFilters, { type: ['attack'], from: '1999-01-01' });
    expect(overlaid(own, chart)).toEqual({ ...chart, type: ['attack'], pillar: [] });
    expect(overlaid({ ...own, region: ['FR'] }, chart).region).toEqual(['FR']);
  });

  it('lies over columns as points for single days and bands for more, and is counted in each period it touches', () => {
    const { period, bins } = periodBins({ from: '2020-01-01', to: '2020-12-31' });
    const columns = bins.map((bin) => ({
      ...bin,
      title: bin.label,
      total: 0,
      reported: 0,
      pillars: pillars.map(() => ({ dated: 0, reported: 0 })),
    }));
    const data: PeriodData = { period, columns, total: 0 };
    const spells = [
      mark({ startsOn: '2020-02-01', endsOn: '2020-02-01' }),
      mark({ startsOn: '2019-02-01', endsOn: '2019-02-01' }),
      mark({
        title: 'At home',
        region: 'GB-ENG',
        startsOn: '2020-04-01',
        endsOn: '2020-06-30',
        reach: 'national',
      }),
    ];
    const over = layOver(spells, data);
    expect(over).toMatchObject([
      { from: 1 / 12, point: true },
      { from: 3 / 12, to: 6 / 12, point: false },
    ]);
    const near = [...over, { from: 3 / 12 + 0.01, to: 4 / 12, point: true, marks: [spells[0]!] }];
    expect(overTags(near, 'lockdowns').map(({ label, marks }) => [label, marks.length])).toEqual([
      ['Lockdown in France', 1],
      ['Lockdown in England and France', 2],
    ]);
    expect(overTags(over, 'events').map(({ label, room }) => [label, Math.round(room * 12)])).toEqual([
      ['A lockdown', 2],
      ['At home', 9],
    ]);
    expect(periodSheet(data).header).not.toContain('overlaid_events');
    const values = [
      { from: '2020-02-01', to: '2020-02-29', value: 7, break: false },
      { from: '2020-03-01', to: '2020-03-31', value: null, break: false },
      { from: '2020-04-01', to: '2020-06-30', value: 9, break: false },
    ];
    const below = { values };
    const note = { text: 'First order', place: null, pillar: null };
    const notes = [{ ...note, startsOn: '2020-03-23', endsOn: '2020-04-02' }];
    const { header, rows } = periodSheet(data, { over: spells, notes, below });
    const named = rows.map((row) => row[header.indexOf('overlaid')]);
    expect(named[3]).toBe('At home (2020-04-01 to 2020-06-30; national; A table)');
    expect(named[6]).toBe('');
    expect(rows.map((row) => row[header.indexOf('below')]).slice(0, 5)).toEqual([
      '',
      7,
      '',
      '9 (2020-04-01 to 2020-06-30)',
      '9 (2020-04-01 to 2020-06-30)',
    ]);
    const at = header.indexOf('overlaid_events');
    expect(rows.map((row) => row[at])).toEqual([0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(rows.map((row) => row[header.indexOf('notes')])).toEqual([
      '',
      '',
      'First order',
      'First order',
      ...Array.from({ length: 8 }, () => ''),
    ]);
    expect(columnHref('/', noFilters, columns[2]!, { over: 'none' })).toBe(
      '/?from=2020-03-01&to=2020-03-31&over=none',
    );
  });
});

describe('what stands below a chart', () => {
  it('lies on the chart’s own days, cut by its ends, with no line over a gap or a break', () => {
    const { period, bins } = periodBins({ from: '2020-01-01', to: '2020-12-31' });
    const tally = { title: '', total: 0, reported: 0, pillars: [] };
    const data: PeriodData = { period, total: 0, columns: bins.map((bin) => ({ ...bin, ...tally })) };
    const quarter = (from: string, to: string, value: number | null, broken = false) => ({
      from,
      to,
      value,
      break: broken,
    });
    const values = [
      quarter('2018-01-01', '2018-12-31', 90),
      quarter('2019-10-01', '2020-03-31', 10),
      quarter('2020-04-01', '2020-06-30', 20),
      quarter('2020-07-01', '2020-07-31', null),
      quarter('2020-08-01', '2020-09-30', 5),
      quarter('2020-10-01', '2021-03-31', 5, true),
    ];
    const panel = belowPanel({ values }, data)!;
    expect(panel.points.map(({ from, to, value }) => [from * 12, to * 12, value])).toEqual([
      [0, 3, 10],
      [3, 6, 20],
      [7, 9, 5],
      [9, 12, 5],
    ]);
    expect(panel.lines).toEqual([[0, 1]]);
    expect(panel.ticks.at(-1)).toBe(20);
    expect(belowPanel({ values: values.slice(0, 1) }, data)).toBeNull();
  });

  it('is read from the address alone where it is of a kind that there is', () => {
    for (const text of ['series:prevent-referrals', 'indicator:a-1'])
      expect(belowText(parseBelow(new URLSearchParams({ below: text })))).toBe(text);
    for (const text of ['', 'series:', 'events:x', 'series:../x', 'x'])
      expect(parseBelow(new URLSearchParams({ below: text }))).toBeNull();
  });
});
