import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingDraft, mappingFromDraft } from '@/lib/import/mapping-form';
import { ruleBookSchema, type Rule } from '@/lib/import/mapping';
import { presetMapping, presets, shippedRules } from '@/lib/import/presets';
import { acled } from '@/lib/import/presets/acled';
import { oxcgrtByDay } from '@/lib/import/presets/oxcgrt';
import { bookDraft, bookFromDraft, sameBook } from '@/lib/import/rule-book-form';
import { fits, ruleFor } from '@/lib/import/rule-for';
import { arranged, focusAfter, type Draft } from '@/lib/import/rules-form';
import { previewRules } from '@/lib/import/rules-preview';

const rule = (when: Rule['when'], more: Partial<Rule> = {}): Rule => ({
  when,
  type: null,
  pillars: [],
  confidence: null,
  roles: [],
  skip: null,
  ...more,
});

describe('a value of a rule', () => {
  it('is itself, or with stars the same as the pattern that says so', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 });
    fc.assert(
      fc.property(word, fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 }), (value, text) => {
        const parts = value.split('*').map((part) => part.replaceAll('.', String.raw`\.`));
        expect(fits([value], text)).toBe(new RegExp(`^${parts.join('.*')}$`, 's').test(text));
      }),
    );
  });

  it('never takes long, however it is written', () => {
    const started = performance.now();
    expect(fits([`${'*a'.repeat(95)}*`, `${'a*'.repeat(95)}b`], 'a'.repeat(100_000))).toBe(true);
    expect(fits([`${'*aab'.repeat(45)}*c`], 'a'.repeat(100_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('is asked of an empty cell by nothing, and a rule without conditions holds for every row', () => {
    const rules = [rule([{ column: 'x', is: [''] }]), rule([])];
    expect(ruleFor({ x: ' ' }, rules)).toBe(rules[0]);
    expect(ruleFor({ x: 'y' }, rules)).toBe(rules[1]);
  });
});

describe('the form of rules', () => {
  it.each(presets.map((preset) => [preset.key, preset] as const))(
    'says of %s what the format comes with, roles of actors too',
    (_key, preset) => {
      const shipped = shippedRules(preset);
      const read = bookFromDraft(bookDraft(shipped));
      expect('book' in read && sameBook(read.book, shipped)).toBe(true);
      const mapping = presetMapping(preset, preset.columns);
      const again = mappingFromDraft(mappingDraft(mapping), mapping);
      expect('mapping' in again && again.mapping.rules).toEqual(mapping.rules);
    },
  );

  const lines = (draft: Draft): string[] =>
    Array.from({ length: Number(draft.rules) }, (_, i) => draft[`rule.${i}.skip`] ?? '');
  const three = bookDraft({
    ...shippedRules(acled),
    rules: ['a', 'b', 'c'].map((skip) => rule([{ column: skip, is: ['1'] }], { skip })),
  });

  it.each([
    ['up.2', ['a', 'c', 'b'], 'rule.1.up'],
    ['up.1', ['b', 'a', 'c'], 'rule.0.when'],
    ['up.0', ['a', 'b', 'c'], 'rule.0.when'],
    ['down.0', ['b', 'a', 'c'], 'rule.1.down'],
    ['down.7', ['a', 'b', 'c'], 'rule.2.when'],
    ['remove.1', ['a', 'c'], 'rule.1.remove'],
    ['add', ['a', 'b', 'c', ''], 'rule.3.when'],
  ])('after %s is %j, and the focus follows', (intent, order, focus) => {
    const moved = arranged(three, intent)!;
    expect(lines(moved)).toEqual(order);
    expect(focusAfter(intent, moved)).toBe(focus);
    expect(moved['otherwise.type']).toBe('attack');
  });

  it('is left alone by other buttons', () => {
    for (const intent of ['save', 'up', 'up.x', 'remove.-1', '']) expect(arranged(three, intent)).toBeNull();
  });

  const errorsOf = (change: Draft): string[] => {
    const read = bookFromDraft({ ...three, ...change });
    return 'errors' in read ? read.errors.map(({ field, message }) => `${field}: ${message}`) : [];
  };

  it.each([
    [
      { 'rule.1.when': 'no sign of equality' },
      'rule.1.when: Rule 2: write “column = value | value” in place of “no sign of equality”',
    ],
    [{ 'rule.1.when': 'a = ' }, 'rule.1.when: Rule 2: write “column = value | value” in place of “a =”'],
    [{ 'rule.1.when': '' }, 'rule.2.when: Rule 3: no row reaches it, since rule 2 takes them all before it'],
    [
      { 'rule.2.when': 'a = 1' },
      'rule.2.when: Rule 3: no row reaches it, since rule 1 takes them all before it',
    ],
    [{ 'rule.0.skip': '' }, 'rule.0.type: Rule 1: say what it makes of a row, or remove it'],
    [
      { 'rule.0.type': 'attack' },
      'rule.0.skip: Rule 1: a row that is left out has no type, pillars, confidence or roles',
    ],
    [
      { 'rule.0.skip': '', 'rule.0.roles': 'other, villain' },
      'rule.0.roles: Rule 1: “villain” is no role: use perpetrator, target, donor, recipient, authority, speaker, other',
    ],
    [
      { 'rule.1.when': `a = ${'x'.repeat(201)}` },
      'rule.1.when: A value of a rule has at most 200 characters',
    ],
    [{ 'otherwise.pillars': '' }, 'otherwise.pillars: Select at least one pillar'],
  ])('case %#: says why it is refused', (change, words) => expect(errorsOf(change)).toContain(words));

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('rules', 'rule.0.when', 'rule.1.pillars', 'rule.0.roles', 'otherwise.type'),
          fc.string(),
        ),
        (draft) => {
          const read = bookFromDraft(draft);
          expect('book' in read || read.errors.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('a preview', () => {
  const columns = [
    'event_id_cnty',
    'event_date',
    'event_type',
    'sub_event_type',
    'country',
    'iso',
    'fatalities',
  ];
  const rows = ['Battles', 'Battles', 'Riots', ''].map((event_type, i) => ({
    row: i + 2,
    cells: {
      event_id_cnty: `N${i}`,
      event_date: '2023-01-31',
      event_type,
      sub_event_type: 'x',
      country: 'Nigeria',
      iso: '566',
      fatalities: '0',
    },
  }));

  it('counts the rows that become something else, and says what', () => {
    const shipped = shippedRules(acled);
    const book = ruleBookSchema.parse({
      ...shipped,
      rules: [
        rule([{ column: 'event_type', is: ['Batt*'] }], { type: 'attack', pillars: ['protect'] }),
        rule([{ column: 'region', is: ['x'] }], { skip: 'not ours' }),
        ...shipped.rules,
      ],
    });
    const mapped = (kept = shipped) => presetMapping(acled, columns, '', kept);
    const found = previewRules({ rows, columns }, mapped(), mapped({ ...book, version: 0 }));
    expect(found).toMatchObject({ rows: 4, judged: 4, changed: 2, missing: ['region'] });
    expect(found.changes).toEqual([
      {
        from: 'Operations, Pursue, reported',
        to: 'Attack, Protect, reported',
        count: 2,
        example: 'x, Nigeria',
      },
    ]);
    expect(previewRules({ rows, columns }, mapped(), mapped()).changed).toBe(0);
  });

  it('tells spells by what they are of, and those that are left out', () => {
    const head = [
      'CountryName',
      'CountryCode',
      'RegionName',
      'RegionCode',
      'Jurisdiction',
      'Date',
      'C6M_Stay at home',
      'C8EV_International travel',
    ];
    const days = ['20200323', '20200324'].map((Date, i) => ({
      row: i + 2,
      cells: {
        CountryName: 'France',
        CountryCode: 'FRA',
        RegionName: '',
        RegionCode: '',
        Jurisdiction: 'NAT_TOTAL',
        Date,
        [head[6]!]: '2',
        [head[7]!]: '4',
      },
    }));
    const shipped = shippedRules(oxcgrtByDay);
    const rules = [
      rule(
        [
          { column: 'indicator', is: ['C8'] },
          { column: 'level', is: ['4'] },
        ],
        { skip: 'Not asked for' },
      ),
      ...shipped.rules,
    ];
    const found = previewRules(
      { rows: days, columns: head },
      presetMapping(oxcgrtByDay, head),
      presetMapping(oxcgrtByDay, head, '', { ...shipped, rules }),
    );
    expect(found).toMatchObject({ rows: 2, judged: 2, changed: 1 });
    expect(found.changes[0]).toMatchObject({ to: 'Left out' });
  });
});
