import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, textOf, textsOf } from '@/lib/form-data';

function formOf(entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

/** Text as a browser's box gives it back: its line ends are our own, and NUL can't be typed. */
const typed = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r]/g, ''));
const rows = fc.array(fc.record({ name: typed, role: typed }), { maxLength: 20 });

describe('rowsOf', () => {
  it('gives back what was put in, in any order of the fields', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, seeds) => {
        const entries = list.flatMap(({ name, role }, i) => [
          [`actors.${i}.name`, name] as const,
          [`actors.${i}.role`, role] as const,
        ]);
        const shuffled = entries
          .map((entry) => ({ entry, at: seeds.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(rowsOf(formOf(shuffled), 'actors', ['name', 'role'])).toEqual(list);
      }),
    );
  });

  it('closes gaps, reads missing fields as empty, and keeps groups apart', () => {
    const form = formOf([
      ['actors.7.name', 'Second'],
      ['actors.2.role', 'donor'],
      ['actorsx.0.name', 'Other group'],
      ['sources.0.name', 'Other group'],
    ]);
    expect(rowsOf(form, 'actors', ['name', 'role'])).toEqual([
      { name: '', role: 'donor' },
      { name: 'Second', role: '' },
    ]);
  });

  it('never throws, and makes neither endless rows nor polluted objects, whatever the names are', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'actors',
        '__proto__',
        'constructor',
        'prototype',
        '0',
        '99',
        '100',
        '4294967295',
        '-1',
        '',
      ),
      fc.string(),
    );
    const names = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (entries) => {
        expect(rowsOf(formOf(entries), 'actors', ['name']).length).toBeLessThanOrEqual(100);
        expect(rowsOf(formOf(entries), '__proto__', ['polluted'])).toEqual([]);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
    );
  });
});

describe('textOf and textsOf', () => {
  it('take text only: the last one, or all', () => {
    const form = formOf([
      ['pillars', 'prevent'],
      ['pillars', new File(['x'], 'x.txt')],
      ['pillars', 'pursue'],
    ]);
    expect(textOf(form, 'pillars')).toBe('pursue');
    expect(textsOf(form, 'pillars')).toEqual(['prevent', 'pursue']);
    expect(textOf(form, 'missing')).toBe('');
    expect(textsOf(form, 'missing')).toEqual([]);
  });

  it('makes line ends ours and drops NUL, which Postgres refuses', () => {
    expect(textOf(formOf([['summary', 'one\r\ntwo\0']]), 'summary')).toBe('one\ntwo');
  });
});
