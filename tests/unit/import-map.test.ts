import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventSchema } from '@/lib/event';
import { cut, filled, readDate, readDay, readNumber, readPlaceCode } from '@/lib/import/cells';
import { createMapper } from '@/lib/import/mapper';
import type { Mapping } from '@/lib/import/mapping';
import type { Outcome } from '@/lib/import/outcome';
import { presetMapping, presets, recognise } from '@/lib/import/presets';
import { slugOf } from '@/lib/import/row-event';
import type { SourceRow } from '@/lib/import/source-row';

const rowsOf = (...cells: Record<string, string>[]): SourceRow[] =>
  cells.map((one, i) => ({ row: i + 2, cells: one }));

function run(
  rows: readonly SourceRow[],
  mapping: Mapping,
  columns = Object.keys(rows[0]?.cells ?? {}),
): Outcome[] {
  const mapper = createMapper(mapping, columns);
  return [...rows.flatMap((row) => mapper.push(row)), ...mapper.end()];
}

/** The outcome of one row of a known format. */
function preset(cells: Record<string, string>): Outcome {
  const columns = Object.keys(cells);
  const found = recognise(columns);
  if (!found) throw new Error('not recognised');
  return run(rowsOf(cells), presetMapping(found, columns))[0]!;
}

const eventOf = (outcome: Outcome) => {
  if (outcome.kind !== 'event') throw new Error(JSON.stringify(outcome));
  return outcome.event;
};

/** Every row is accounted for exactly once. */
function expectWhole(rows: readonly SourceRow[], outcomes: readonly Outcome[]): void {
  const told = outcomes.flatMap((outcome) => (outcome.kind === 'event' ? outcome.rows : [outcome.row]));
  expect(told.sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
}

describe('cells', () => {
  it.each([
    ['2020-03-23', 'ymd', '2020-03-23'],
    ['20200323', 'dmy', '2020-03-23'],
    ['2020-03-23 00:00:00.000', 'ymd', '2020-03-23'],
    ['23/03/2020', 'dmy', '2020-03-23'],
    ['03/04/2020', 'dmy', '2020-04-03'],
    ['03/04/2020', 'mdy', '2020-03-04'],
    ['06_21_21', 'mdy', '2021-06-21'],
    ['31/02/2020', 'dmy', null],
    ['13/13/2020', 'mdy', null],
  ] as const)('the day %s, %s', (text, order, day) => expect(readDay(text, order)).toBe(day));

  it.each([
    ['01-January-2015', '2015-01-01', '2015-01-01', 'day'],
    ['March 2020', '2020-03-01', '2020-03-31', 'month'],
    ['2020', '2020-01-01', '2020-12-31', 'year'],
  ])('the date %s', (text, startsOn, endsOn, precision) =>
    expect(readDate(text, 'dmy')).toEqual({ startsOn, endsOn, precision }),
  );

  it.each([
    ['1,204', '.', 1204],
    ['1.204,5', ',', 1204.5],
    ['1 204', '.', 1204],
    ['-3.5', '.', -3.5],
    ['-99', '.', null],
    ['', '.', null],
    ['1,5', '.', Number.NaN],
    ['about 5', '.', Number.NaN],
  ] as const)('the number %s, %s', (text, decimal, value) =>
    expect(readNumber(text, { decimal, unknown: ['-99'] })).toBe(value),
  );

  it.each([
    ['GB', 'GB'],
    ['gbr', 'GB'],
    ['826', 'GB'],
    ['Great Britain', 'GB'],
    ['Myanmar (Burma)', 'MM'],
    ['DR Congo (Zaire)', 'CD'],
    ['UK_SCO', 'GB-SCT'],
    ['NA', 'NA'],
    ['Deutschland', 'DE'],
    ['Atlantis', null],
    ['', null],
  ])('the place %s', (text, code) => expect(readPlaceCode(text)).toBe(code));

  it('fills a template, and leaves out the parts whose column is empty', () => {
    expect(filled('{a}[: {b}], {c}', { a: 'Riot', b: '', c: 'Chad' })).toBe('Riot, Chad');
    expect(filled('{a}[: {b}], {c}', { a: 'Riot', b: 'x{c}', c: 'Chad' })).toBe('Riot: x{c}, Chad');
  });

  it('cuts between words, and never longer than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 10, max: 90 }),
        (text, most) => {
          expect(cut(text, most).length).toBeLessThanOrEqual(most);
          expect(() => encodeURIComponent(cut(text, most))).not.toThrow();
        },
      ),
    );
  });

  it('makes slugs that the event schema takes, different for different identifiers', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), {
          minLength: 2,
          maxLength: 20,
          selector: (id) => id.toLowerCase(),
        }),
        (ids) => {
          const slugs = ids.map((id) => slugOf('acled', id));
          for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
          expect(new Set(slugs).size).toBe(ids.length);
        },
      ),
    );
  });
});

describe('known formats', () => {
  const acledRow = {
    event_id_cnty: 'NIG123',
    event_date: '2023-01-31',
    time_precision: '1',
    event_type: 'Violence against civilians',

    sub_event_type: 'Attack',
    actor1: 'Militia',
    actor2: 'Civilians',
    iso: '566',
    country: 'Nigeria',
    location: 'Jos',

    latitude: '9.92',
    longitude: '8.89',
    source: 'Daily; Agency',
    notes: 'Two people were killed.',
    fatalities: '2',
    tags: '',
  };

  it('ACLED, in the order and case of any of its files', () => {
    const event = eventOf(preset(acledRow));
    expect(event).toMatchObject({
      slug: 'acled-nig123',
      title: 'Attack: Jos, Nigeria',
      type: 'attack',
      pillars: ['pursue'],

      region: 'NG',
      startsOn: '2023-01-31',
      precision: 'day',
      measures: [{ measure: 'killed', value: 2, unit: 'people' }],
    });
    const shouted = Object.fromEntries(
      Object.entries(acledRow)
        .reverse()
        .map(([name, value]) => [name.toUpperCase(), value]),
    );
    expect(eventOf(preset({ ...shouted, EVENT_DATE: '31-January-2023' })).startsOn).toBe('2023-01-31');
    expect(eventOf(preset({ ...acledRow, time_precision: '2' }))).toMatchObject({
      startsOn: '2023-01-28',
      endsOn: '2023-02-03',
      precision: 'part_of_month',
    });
    expect(eventOf(preset({ ...acledRow, time_precision: '3' })).precision).toBe('month');
    expect(preset({ ...acledRow, time_precision: '7' })).toMatchObject({
      kind: 'rejected',
      problems: [{ column: 'time_precision', value: '7' }],
    });
    expect(preset({ ...acledRow, latitude: '99.5' })).toMatchObject({
      kind: 'rejected',
      problems: [{ column: 'latitude', value: '99.5' }],
    });
  });

  it('ACLED: who marches or fights is not called a perpetrator', () => {
    const rolesOf = (event_type: string): string[] =>
      eventOf(preset({ ...acledRow, event_type })).actors.map(({ role }) => role);
    expect(rolesOf('Protests')).toEqual(['other', 'other']);
    expect(rolesOf('Battles')).toEqual(['other', 'other']);
    expect(rolesOf('Violence against civilians')).toEqual(['perpetrator', 'target']);
  });

  it('UCDP: dates as sharp as its code says, and the row of tags passed over', () => {
    const row = {
      id: '1',
      type_of_violence: '3',
      side_a: 'A',
      side_b: 'Civilians',
      country: 'Ukraine',
      iso3: 'UKR',
      conflict_name: 'C',

      date_start: '2014-01-27 00:00:00.000',
      date_end: '2014-02-02 00:00:00.000',
      date_prec: '2',
      best: '1',
    };
    expect(eventOf(preset(row))).toMatchObject({
      type: 'attack',
      startsOn: '2014-01-27',
      endsOn: '2014-02-02',
      precision: 'part_of_month',
    });
    const span = (date_start: string, date_end: string, date_prec: string) => {
      const { startsOn, endsOn, precision } = eventOf(preset({ ...row, date_start, date_end, date_prec }));
      return [startsOn, endsOn, precision];
    };
    expect(span('2014-01-10', '2014-02-05', '4')).toEqual(['2014-01-10', '2014-02-05', 'part_of_month']);
    expect(span('2014-01-01', '2014-01-31', '4')).toEqual(['2014-01-01', '2014-01-31', 'month']);
    expect(span('2014-01-10', '2014-03-05', '5')).toEqual(['2014-01-01', '2014-03-31', 'month']);
    expect(span('2014-01-01', '2014-12-31', '5')).toEqual(['2014-01-01', '2014-12-31', 'year']);
    expect(span('2014-01-10', '2014-01-12', '')).toEqual(['2014-01-10', '2014-01-12', 'part_of_month']);
    const tags = Object.fromEntries(Object.keys(row).map((name, i) => [name, i % 2 ? '' : '#date']));
    expect(preset(tags).kind).toBe('skipped');
    expect(preset({ ...row, date_end: '2013-01-01' })).toMatchObject({
      kind: 'rejected',
      problems: [{ column: 'date_end' }],
    });
  });

  it('GTD: nought is not known, and so are -9 and -99', () => {
    const row = {
      eventid: '202003000001',
      iyear: '2020',
      imonth: '3',
      iday: '0',
      country_txt: 'Iraq',
      attacktype1_txt: 'Bombing/Explosion',

      nkill: '-99',
      nwound: '4',
      gname: 'Unknown',
      doubtterr: '1',
      success: '1',
      summary: '',
      city: 'Basra',
    };
    expect(eventOf(preset(row))).toMatchObject({
      startsOn: '2020-03-01',
      endsOn: '2020-03-31',
      precision: 'month',
      confidence: 'disputed',
      measures: [{ measure: 'injured', value: 4, unit: 'people' }],
    });
    expect(eventOf(preset({ ...row, imonth: '0' })).precision).toBe('year');
    expect(preset({ ...row, nwound: 'many' })).toMatchObject({
      kind: 'rejected',
      problems: [{ column: 'nwound', value: 'many', reason: 'It is no number' }],
    });
  });

  const oxcgrtRow = (date: string, level: string, flag: string, region = '') => ({
    CountryName: 'United Kingdom',
    CountryCode: 'GBR',
    RegionName: region && 'England',
    RegionCode: region,
    Jurisdiction: region ? 'STATE_TOTAL' : 'NAT_TOTAL',
    Date: date,
    'C6M_Stay at home requirements': level,
    C6M_Flag: flag,
  });

  it('OxCGRT: a level that begins, tightens, eases and ends, by jurisdiction; no data is not nought', () => {
    const days = [
      oxcgrtRow('20200321', '0.00', ''),
      oxcgrtRow('20200322', '1.00', '1.00'),
      oxcgrtRow('20200323', '2.00', '1.00'),
      oxcgrtRow('20200324', '2.00', '1.00'),
      oxcgrtRow('20200325', '1.00', '0.00'),
      oxcgrtRow('20200326', '0.00', ''),
      oxcgrtRow('20200327', '', ''),
      oxcgrtRow('20200321', '2.00', '1.00', 'UK_ENG'),
      oxcgrtRow('20200322', '2.00', '1.00', 'UK_ENG'),
    ];
    const rows = rowsOf(...days);
    const outcomes = run(rows, presetMapping(recognise(Object.keys(days[0]!))!, Object.keys(days[0]!)));
    expectWhole(rows, outcomes);
    const events = outcomes.flatMap((outcome) => (outcome.kind === 'event' ? [outcome.event] : []));
    expect(events.map(({ title, startsOn, endsOn, region }) => [title, startsOn, endsOn, region])).toEqual([
      ['Stay-at-home rule begins: advised, United Kingdom', '2020-03-22', '2020-03-22', 'GB'],
      ['Stay-at-home rule tightens: required, United Kingdom', '2020-03-23', '2020-03-24', 'GB'],
      ['Stay-at-home rule eases: advised, in parts, United Kingdom', '2020-03-25', '2020-03-25', 'GB'],
      ['Stay-at-home rule ends, United Kingdom', '2020-03-26', '2020-03-26', 'GB'],
      ['Stay-at-home rule begins: required, England', '2020-03-21', '2020-03-22', 'GB-ENG'],
    ]);
  });

  it('OxCGRT with a column a day: the indicator is told by the name of the file, and an index is none', () => {
    const columns = [
      'country_code',
      'country_name',
      ...Array.from({ length: 31 }, (_, i) => `${String(i + 1).padStart(2, '0')}Jan2020`),
    ];
    const row = Object.fromEntries(columns.map((name, i) => [name, i < 2 ? 'GBR' : i > 20 ? '2' : '0']));
    const found = recognise(columns)!;
    const named = run(rowsOf(row), presetMapping(found, columns, 'c6_stay_at_home.csv'));
    expect(named.map((outcome) => eventOf(outcome).startsOn)).toEqual(['2020-01-20']);
    expect(run(rowsOf(row), presetMapping(found, columns, 'levels.csv'))[0]).toMatchObject({
      kind: 'rejected',
    });
    expect(
      run(rowsOf({ ...row, '05Jan2020': '45.5' }), presetMapping(found, columns, 'c6.csv'))[0],
    ).toMatchObject({ kind: 'rejected', problems: [{ column: '05Jan2020' }] });
    expect(presetMapping(found, columns, 'legacy_202207_c6_flag.csv').indicators).toEqual([]);
  });

  it('account for every row once and make only events that the schema takes, whatever the cells hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '',
        '2020-03-01',
        '20200301',
        'GBR',
        'Chad',
        '1',
        '2',
        '-99',
        '#tag',
        '=1+1',
        '__proto__',
      ),
    );
    for (const one of presets) {
      const columns = [
        ...new Set([...one.columns, ...(one.key === 'oxcgrt' ? ['C6M_x', 'C6M_Flag'] : []), 'extra']),
      ];
      const mapping = presetMapping(one, columns, 'c6.csv');
      fc.assert(
        fc.property(fc.array(fc.tuple(...columns.map(() => text)), { maxLength: 6 }), (table) => {
          const rows = rowsOf(
            ...table.map((values) => Object.fromEntries(columns.map((name, i) => [name, values[i]!]))),
          );
          const outcomes = run(rows, mapping, columns);
          expectWhole(rows, outcomes);
          for (const outcome of outcomes)
            if (outcome.kind === 'event') expect(eventSchema.parse(outcome.event)).toEqual(outcome.event);
            else if (outcome.kind === 'rejected') expect(outcome.problems.length).toBeGreaterThan(0);
        }),
        { numRuns: 40 },
      );
    }
  });
});
