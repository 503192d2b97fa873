import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, rearmed, type Cell } from '@/lib/csv';

/** A reader of RFC 4180, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] === '"' && text[at + 1] === '"') cell += text[++at];
        else if (text[at] === '"') break;
        else cell += text[at];
      }
      at += 1;
    } else while (at < text.length && !',\r'.includes(text[at]!)) cell += text[at++];
    row.push(cell);
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=+@\t\r\n",'a-]{0,6}$/),
  fc.integer(),
  fc.constant(null),
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));
const MARK = '\uFEFF';

describe('csvOf', () => {
  it('is read back as it was written, but for the apostrophe that disarms a formula and that can be taken away again', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const header = (rows[0] ?? ['only']).map((_, i) => `column ${i}`);
        const text = csvOf({ header, rows });
        expect(text.startsWith(MARK)).toBe(true);
        const [names, ...read] = parse(text.slice(MARK.length));
        expect(names).toEqual(header);
        const disarmed = (value: Cell): string =>
          typeof value === 'string' && /^'*[=+\-@\t\r\n＝＋－＠]/.test(value)
            ? `'${value}`
            : String(value ?? '');
        expect(read).toEqual(rows.map((row) => row.map(disarmed)));
        expect(read.map((row) => row.map(rearmed))).toEqual(
          rows.map((row) => row.map((value) => String(value ?? ''))),
        );
      }),
    );
  });

  it('lets no text begin a cell as a formula, and leaves numbers their sign', () => {
    const rows = [['=1+1', '+44 20', '-2', '@SUM(A1)', '\t=1', '＝1', 'a=1', -22]];
    const [, read] = parse(csvOf({ header: rows[0]!.map(String), rows }));
    expect(read).toEqual(["'=1+1", "'+44 20", "'-2", "'@SUM(A1)", "'\t=1", "'＝1", 'a=1', '-22']);
  });

  it('disarms the header too, and writes it alone where there are no rows', () => {
    expect(csvOf({ header: ['=a', 'b,c'], rows: [] })).toBe(`${MARK}'=a,"b,c"\r\n`);
  });
});
