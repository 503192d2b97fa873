import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '@/lib/import/guess';
import { createMapper } from '@/lib/import/mapper';
import { mappingDraft, mappingFromDraft } from '@/lib/import/mapping-form';
import type { SourceRow } from '@/lib/import/source-row';

const rowsOf = (...cells: Record<string, string>[]): SourceRow[] =>
  cells.map((one, i) => ({ row: i + 2, cells: one }));

describe('a file of no known format', () => {
  const rows = rowsOf(
    {
      Ref: 'a1',
      When: '23/03/2020',
      'What happened': 'x',
      Headline: 'A riot',
      Country: 'France',
      Fatalities: '1,204',
      Town: 'Lyon',
    },
    {
      Ref: 'a2',
      When: '01/04/2020',
      'What happened': 'y',
      Headline: 'A march',
      Country: 'Kenya',
      Fatalities: '0',
      Town: '',
    },
  );
  const columns = Object.keys(rows[0]!.cells);

  it('is told by the names and values of its columns', () => {
    const { mapping, questions } = guessMapping(columns, rows);
    expect(questions).toEqual([]);
    const mapper = createMapper(mapping, columns);
    const made = rows.flatMap((row) => mapper.push(row));
    expect(made.map((outcome) => outcome.kind === 'event' && outcome.event)).toMatchObject([
      {
        title: 'A riot',
        region: 'FR',
        startsOn: '2020-03-23',
        locality: 'Lyon',
        measures: [{ measure: 'killed', value: 1204 }],
      },
      { title: 'A march', region: 'KE', startsOn: '2020-04-01', locality: null },
    ]);
  });

  it('is asked about where days and months could be either, or do not agree', () => {
    const dates = (...days: string[]) =>
      guessMapping(['Date', 'Country'], rowsOf(...days.map((day) => ({ Date: day, Country: 'Chad' }))));
    expect(dates('03/04/2020', '05/06/2020').questions[0]?.text).toContain('do not tell');
    expect(dates('13/04/2020', '05/06/2020').questions).toEqual([]);
    expect(dates('04/13/2020', '05/06/2020').mapping.date).toMatchObject({ order: 'mdy' });
    expect(dates('13/04/2020', '04/13/2020').questions[0]?.text).toContain('Some dates');
  });

  it('is told by the cells that say something, however many are empty or say that nothing is known', () => {
    const names = ['Label', 'Date', 'Until', 'Country', 'Deaths'];
    const date = fc.date({ min: new Date('2019-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
    const written = fc.constantFrom(
      (iso: string) => iso,
      (iso: string) => iso.split('-').reverse().join('/'),
      (iso: string) => `${Number(iso.slice(8))} March ${iso.slice(0, 4)}`,
    );
    const nothing = fc.constantFrom(
      '',
      ' ',
      'n/a',
      'N/A',
      'NA',
      '-',
      '–',
      '?',
      'unknown',
      'Not known',
      'TBC',
    );
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 6 }),
        written,
        fc.array(nothing, { maxLength: 20 }),
        (days, write, fillers) => {
          const full = days.map((day, i) => {
            const text = write(day.toISOString().slice(0, 10));
            return { Label: `Event ${i}`, Date: text, Until: text, Country: 'France', Deaths: `${i}` };
          });
          const bare = fillers.map((one, i) => ({
            ...full[0]!,
            Label: `Other ${i}`,
            Date: one,
            Until: one,
            Country: one,
            Deaths: one,
          }));
          const [alone, among] = [full, [...bare, ...full]].map((cells) =>
            guessMapping(names, rowsOf(...cells)),
          );
          expect(among!.mapping.date).toMatchObject({ column: 'Date', end: 'Until' });
          expect(among!.mapping.fields.place).toEqual(['Country']);
          expect({ ...among, mapping: { ...among!.mapping, unknown: [] } }).toEqual({
            ...alone,
            mapping: { ...alone!.mapping, unknown: [] },
          });
          // Such a cell is no number and no end, and its row is not rejected for it.
          const mapper = createMapper(among!.mapping, names);
          for (const one of fillers) {
            const [made] = mapper.push(rowsOf({ ...full[0]!, Until: one, Deaths: one })[0]!);
            expect(made).toMatchObject({ kind: 'event', event: { measures: [] } });
          }
        },
      ),
    );
  });

  it('keeps the column that is called so where some of its cells are slips, and no other column', () => {
    const guess = (column: string, ...days: string[]) =>
      guessMapping([column, 'Country'], rowsOf(...days.map((day) => ({ [column]: day, Country: 'Chad' }))));
    for (const slip of ['soon', '99/99/2020']) {
      const { mapping, questions } = guess('Date', '13/04/2020', slip, '5/4/2020');
      expect(mapping.date).toMatchObject({ column: 'Date', order: 'dmy' });
      expect(questions).toEqual([]);
      expect(guess('Remarks', '13/04/2020', slip, '5/4/2020').mapping.date).toMatchObject({ column: '' });
    }
    expect(guess('Date', 'soon', 'later', '5/4/2020').mapping.date).toMatchObject({ column: '' });
    expect(guess('Date', 'unknown', '').mapping.date).toMatchObject({ column: '' });
  });

  it('says what it is called and tells by columns of any name, where their values are words', () => {
    const german = rowsOf(
      {
        Nr: '1',
        Vorfall: 'Brand im Hafen',
        Wann: '23.03.2020',
        Land: 'Deutschland',
        Art: 'Feuer',
        Mehr: 'Ein Brand im Hafen, niemand verletzt',
      },
      {
        Nr: '2',
        Vorfall: 'Streik',
        Wann: '24.03.2020',
        Land: 'Österreich',
        Art: 'Feuer',
        Mehr: 'Die Fahrer streiken seit dem Morgen',
      },
      { Nr: '3', Vorfall: 'Demo', Wann: '25.03.2020', Land: 'Schweiz', Art: 'Feuer', Mehr: '' },
    );
    const { fields } = guessMapping(Object.keys(german[0]!.cells), german).mapping;
    expect(fields).toMatchObject({ title: '{Vorfall}', summary: '{Mehr}', place: ['Land'] });
  });

  it('is not mapped before the order of day and month is chosen', () => {
    const { mapping } = guessMapping(columns, rows);
    const read = mappingFromDraft({ ...mappingDraft(mapping), 'date.order': '' }, mapping);
    expect('errors' in read && read.errors).toEqual([
      { field: 'date.order', message: 'Choose whether the day or the month comes first' },
    ]);
  });

  it('is asked about where nothing is a date or a place', () => {
    const { questions } = guessMapping(['a', 'b'], rowsOf({ a: 'x', b: 'y' }));
    expect(questions.map(({ field }) => field)).toEqual(['date', 'place']);
  });
});
