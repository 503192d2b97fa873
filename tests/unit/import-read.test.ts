import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { ImportProblem } from '@/lib/import/import-problem';
import { correctableFile } from '@/lib/import/correctable';
import { openTable } from '@/lib/import/open-table';
import type { CellProblem } from '@/lib/import/outcome';
import { lookAt } from '@/lib/import/plan-file';
import { carriedOver, readingDraft, readingOf } from '@/lib/import/reading';
import type { TextReading } from '@/lib/import/text-encoding';

const folder = mkdtempSync(path.join(tmpdir(), 'pillarwatch-import-'));
let made = 0;
function file(content: string | Uint8Array): string {
  const name = path.join(folder, `file-${made++}`);
  writeFileSync(name, content);
  return name;
}

async function read(content: string | Uint8Array, known?: TextReading) {
  const { rows, ...table } = await openTable(file(content), known);
  const all: { row: number; cells: Record<string, string> }[] = [];
  for await (const row of rows) all.push({ row: row.row, cells: { ...row.cells } });
  return { ...table, rows: all };
}

async function refusalOf(content: string | Uint8Array): Promise<ImportProblem> {
  const error: unknown = await read(content).catch((caught: unknown) => caught);
  if (!(error instanceof ImportProblem)) throw new Error(`no ImportProblem but ${String(error)}`);
  return error;
}
const problemOf = async (content: string | Uint8Array): Promise<string> => (await refusalOf(content)).code;

/** Windows-1252 by hand: Node encodes latin1, which is the same where it has no control characters. */
const encoders: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`),
  'utf-16le with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be with its mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

describe('a table of cells', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((s) => s.replaceAll('\0', '').replaceAll('\r', '\n'));
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 12 });

  it('is read back as it was written, with any delimiter, encoding and quoting', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom(...Object.keys(encoders)),
        fc.constantFrom('\n' as const, '\r\n' as const),
        async (rows, delimiter, encoding, end) => {
          const text = stringify([['place', 'date', 'words'], ...rows], {
            delimiter,
            quoted: true,
            record_delimiter: end,
          });
          const { columns, rows: found } = await read(encoders[encoding]!(text));
          expect(columns).toEqual(['place', 'date', 'words']);
          const kept = rows.flatMap((values, i) =>
            values.some((value) => value !== '') ? [{ values, row: i + 2 }] : [],
          );
          expect(found).toEqual(
            kept.map(({ values: [place, date, words], row }) => ({ row, cells: { place, date, words } })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('in Windows-1252 keeps its accents and quotation marks', async () => {
    const text = Buffer.concat([
      Buffer.from('name,place\n'),
      Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]),
      Buffer.from(',FR\n'),
    ]);
    expect(await read(text)).toMatchObject({
      encoding: 'windows-1252',
      rows: [{ cells: { name: '“Café”', place: 'FR' } }],
    });
  });

  it('is read as a person says, whatever was found, and what they had filled in stays', async () => {
    const text = 'Année;Où, à peu près\n2020;Paris, Lyon\n';
    const found = await read(text, { encoding: 'windows-1252', delimiter: ';' });
    const chosen = await read(text, readingOf(readingDraft({ encoding: 'utf-8', delimiter: ';' }))!);
    expect(chosen).toMatchObject({
      columns: ['Année', 'Où, à peu près'],
      rows: [{ cells: { Année: '2020' } }],
    });
    expect(found.columns).toEqual(['AnnÃ©e', 'OÃ¹, Ã\u00a0 peu prÃ¨s']);
    const draft = {
      'date.column': 'AnnÃ©e',
      'fields.title': 'In {AnnÃ©e}',
      'rule.0.when': 'AnnÃ©e = 1 | 2',
      set: 'desk',
    };
    expect(carriedOver(draft, found.columns, chosen.columns, {})).toEqual({
      'date.column': 'Année',
      'fields.title': 'In {Année}',
      'rule.0.when': 'Année = 1 | 2',
      set: 'desk',
    });
    const fresh = { 'date.column': '', 'fields.title': '{x}', 'defaults.url': '' };
    expect(carriedOver({ ...draft, 'defaults.url': 'u' }, chosen.columns, ['x'], fresh)).toMatchObject({
      'date.column': '',
      'fields.title': '{x}',
      'defaults.url': 'u',
      set: 'desk',
    });
  });

  it('tells columns of one name apart, and takes any name', async () => {
    const { columns, rows } = await read('__proto__,date,date,\nx,1,2,3\n');
    expect(columns).toEqual(['__proto__', 'date', 'date (2)', 'column 4']);
    expect(Object.entries(rows[0]!.cells)).toContainEqual(['date (2)', '2']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('with more in a row than the header has names for rejects that row, and says what is left over', async () => {
    const { rows } = await openTable(file('title,country\nOne,two,France\nThree,Mali,,\nFour,Chad\n'));
    const problems: (CellProblem | undefined)[] = [];
    for await (const { problem } of rows) problems.push(problem);
    const [wide, ...others] = problems;
    expect(wide).toMatchObject({ column: 'after the last column', value: 'France' });
    expect(wide!.reason).toContain('3 cells, and the header only 2');
    expect(others).toEqual([undefined, undefined]);
    let text = '';
    async function* rejected() {
      yield { row: 2, problems: [wide!], raw: { title: 'One', country: 'two' } };
    }
    for await (const part of correctableFile(['title', 'country'], rejected())) text += part;
    expect(text).toContain('(left over: France)');
  });

  it('below a title and notes is read from its header, and no row of it is taken for a title', async () => {
    const word = fc.stringMatching(/^[a-z]{1,6}(?:[,;] [a-z]{1,6}){0,2}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 3 }),
        fc.array(fc.tuple(word, word, word), { minLength: 4, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        async (titles, rows, delimiter) => {
          const below = stringify([['place', 'date', 'words'], ...rows], { delimiter });
          const text = titles.map((title) => stringify([[title]], { delimiter })).join('\n') + below;
          // The signs in unquoted words may look like a delimiter: that is chosen on the page.
          const found = await openTable(file(text), { encoding: 'utf-8', delimiter });
          const cells: string[][] = [];
          for await (const row of found.rows) cells.push(Object.values(row.cells));
          expect([found.above, found.columns, cells]).toEqual([titles, ['place', 'date', 'words'], rows]);
        },
      ),
      { numRuns: 60 },
    );
    const told = await read(
      'Table 1: incidents\n\nid;title;date\n1;A raid, at night;2020-01-02\n2;B;2020-01-03\n',
    );
    expect(told).toMatchObject({
      delimiter: ';',
      above: ['Table 1: incidents'],
      columns: ['id', 'title', 'date'],
      rows: [{ row: 4 }, { row: 5 }],
    });
    // One column, two columns, and a delimiter that the cells have too: the first row stays the header.
    expect((await read('title\nOne\nTwo\n')).columns).toEqual(['title']);
    expect((await read('title,\nOne,FR\nTwo,GB\n')).columns).toEqual(['title', 'column 2']);
    const places = await read('id;place;date\n1;London, England, UK;2020\n2;Paris, Ile, France;2021\n');
    expect([places.delimiter, places.above]).toEqual([';', []]);
  });

  it('with a header and no row is said to be that', async () => {
    const look = (content: string | Uint8Array) => lookAt(file(content));
    await expect(look('id,title,date\n')).rejects.toThrow('has a header (id, title, date) and no rows');
    await expect(look('Incidents\nid,title,date\n\n')).rejects.toThrow('has a header (id, title, date)');
    const sheet = '<row r="1"><c t="str"><v>id</v></c><c t="str"><v>title</v></c></row>';
    await expect(look(zip(workbook(sheet)))).rejects.toThrow('has a header (id, title) and no rows');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['empty lines', '\n\n\n', 'empty'],
    ['a quotation that never ends', `a,b\n1,"${'x'.repeat(5_000_000)}`, 'broken'],
    ['thousands of columns', `${'a,'.repeat(3000)}\n`, 'too-wide'],
    ['a PDF', '%PDF-1.7 ...', 'unsupported'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'unsupported'],
    [
      'bytes of any kind',
      new Uint8Array(Array.from({ length: 300 }, (_, i) => (i * 7) % 256)),
      'not-a-table',
    ],
    ['what begins like an archive', 'PK\u0003\u0004 not a zip at all', 'broken'],
    ['JSON that is cut', '{"data": [ {"a": 1}, {"a": ', 'broken'],
    ['JSON without a list', '{\n"other": 1}', 'broken'],
    ['an empty list', '[]', 'empty'],
    ['a file that is packed', gzipSync('a,b\n1,2\n'), 'not-a-table'],
    ['what is no more than a sign of its encoding', '\uFEFF', 'empty'],
  ])('says in one word why %s cannot be read', async (_what, content, code) => {
    expect(await problemOf(content)).toBe(code);
  });
});

describe('JSON', () => {
  it('is read as a list, in a member, by lines, and as features, whatever it holds', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const item = fc.record({ a: value, b: value, 'c,]}"\\': value });
    const cellOf = (v: string | number | boolean | null | string[]): string =>
      (v === null ? '' : typeof v === 'object' ? JSON.stringify(v) : String(v)).replaceAll('\0', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 2, maxLength: 8 }),
        fc.constantFrom('list', 'data', 'lines', 'features'),
        async (items, shape) => {
          const content = {
            list: JSON.stringify(items, null, 1),
            data: JSON.stringify({ about: { data: [1], x: 'data' }, data: items, more: [] }),
            lines: items.map((one) => JSON.stringify(one)).join('\n'),
            features: JSON.stringify({
              type: 'FeatureCollection',
              features: items.map((properties) => ({ type: 'Feature', geometry: null, properties })),
            }),
          }[shape];
          const { format, rows } = await read(content);
          expect(format).toBe({ list: 'json', data: 'json', lines: 'ndjson', features: 'geojson' }[shape]);
          expect(rows.map(({ cells }) => cells)).toEqual(
            items.map((one) => Object.fromEntries(Object.entries(one).map(([name, v]) => [name, cellOf(v)]))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes the coordinates of a feature, longitude first', async () => {
    const feature = {
      type: 'Feature',
      id: 'x',
      geometry: { type: 'Point', coordinates: [-0.1, 51.5] },
      properties: { place: { code: 'GB' } },
    };
    const { rows } = await read(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    expect(rows[0]!.cells).toEqual({ id: 'x', longitude: '-0.1', latitude: '51.5', 'place.code': 'GB' });
  });

  it('does not change any prototype', async () => {
    await read('[{"__proto__": {"polluted": 1}, "a": 1}]');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** A zip archive of these files, packed or not. */
function zip(files: Record<string, string | Buffer>, claim?: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (data: Buffer): number =>
    (data.reduce((sum, byte) => table[(sum ^ byte) & 255]! ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim ?? data.length, 18);
    head.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), packed);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(offset, 10);
    central.push(
      Buffer.from('PK\u0001\u0002', 'latin1'),
      Buffer.from([20, 0]),
      head,
      place.subarray(0, 2 + 2 + 2 + 4),
      place.subarray(10, 14),
      Buffer.from(name),
    );
    offset += 4 + 26 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const workbook = (sheet: string, more: Record<string, string> = {}) => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
});

describe('a workbook', () => {
  it('is read with its texts, dates as days, and cells that are left out as empty', async () => {
    const files = workbook(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>date</t></is></c><c r="D2" t="str"><v>n</v></c></row>' +
        '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>43913</v></c><c r="D4"><v>3.5</v></c></row><row r="5"><c r="A5" s="1"/></row>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><t>place</t></si><si><r><t>Lon</t></r><r><t>don &amp; more</t></r><rPh><t>x</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd mmmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      },
    );
    expect(await read(zip(files))).toEqual({
      format: 'xlsx',
      sheet: 'Events',
      above: [],
      columns: ['place', 'date', 'column 3', 'n'],
      rows: [{ row: 4, cells: { place: 'London & more', date: '2020-03-23', 'column 3': '', n: '3.5' } }],
    });
  });

  it('below a title is read from its header', async () => {
    const cells = (row: number, ...values: string[]): string =>
      `<row r="${row}">${values.map((value) => `<c t="str"><v>${value}</v></c>`).join('')}</row>`;
    const sheet = cells(1, 'Incidents') + cells(3, 'id', 'title', 'date') + cells(4, '1', 'A', 'B');
    expect(await read(zip(workbook(sheet)))).toMatchObject({
      above: ['Incidents'],
      columns: ['id', 'title', 'date'],
      rows: [{ row: 4, cells: { id: '1', title: 'A', date: 'B' } }],
    });
  });

  it('that multiplies entities is refused', async () => {
    const bomb =
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><sst><si><t>&lol2;</t></si></sst>';
    const { code, message } = await refusalOf(
      zip(workbook('<row r="1"><c t="s"><v>0</v></c></row>', { 'xl/sharedStrings.xml': bomb })),
    );
    expect([code, message]).toEqual(['unsafe', expect.stringContaining('declares a document type')]);
  });

  it('that unpacks to far more than it should is refused before it is unpacked', async () => {
    // What reads it would refuse so long a text too, but only once it has it.
    const { code, message } = await refusalOf(zip(workbook(' '.repeat(30_000_000))));
    expect([code, message]).toEqual(['unsafe', expect.stringContaining('unpacks to far more')]);
  });

  it('that a password locks is told from an old one', async () => {
    const header = Buffer.alloc(512);
    header.write('d0cf11e0a1b11ae1', 'hex');
    header.writeUInt16LE(9, 30);
    header.writeUInt32LE(1, 48);
    const words = async (part: string): Promise<string> => {
      const sectors = Buffer.alloc(1024);
      sectors.write('Root Entry', 512, 'utf16le');
      sectors.write(part, 640, 'utf16le');
      return (await refusalOf(Buffer.concat([header, sectors]))).message;
    };
    expect(await words('EncryptedPackage')).toContain('locked with a password');
    expect(await words('Workbook')).toContain('an old workbook');
  });

  it('that is cut off, at whatever byte, or has a note beside the table, says so', async () => {
    const row = (n: number, ...more: string[]): string =>
      `<row r="${n}">${['A', 'B', ...more].map((c) => `<c r="${c}${n}" t="str"><v>${c}${n}</v></c>`).join('')}</row>`;
    const whole = zip(workbook(row(1) + row(2) + row(3, 'D')));
    for (let size = 5; size < whole.length; size += 97)
      expect(await problemOf(whole.subarray(0, size))).toBe('broken');
    const problems: unknown[] = [];
    for await (const one of (await openTable(file(whole))).rows) problems.push(one.problem?.value);
    expect(problems).toEqual([undefined, 'D3']);
  });

  it('that lies about its size, or has no sheet, is broken', async () => {
    expect(await problemOf(zip(workbook('<row r="1"><c><v>1</v></c></row>'), 10))).toBe('broken');
    expect(await problemOf(zip({ 'a.txt': 'hello' }))).toBe('broken');
  });
});

describe('rejected rows', () => {
  it('come back as a file with the reason, which is read again once it is corrected', async () => {
    async function* rejected() {
      yield {
        row: 7,
        problems: [{ column: 'date', value: 'x', reason: 'It is no date' }],
        raw: { date: 'x', place: 'A, "B"', longitude: '-5.2' },
      };
    }
    let text = '';
    for await (const chunk of correctableFile(['date', 'place', 'longitude', 'why_rejected'], rejected()))
      text += chunk;
    expect(text).toBe(
      `\uFEFFdate,place,longitude,why_rejected\r\nx,"A, ""B""",'-5.2,Row 7: date: It is no date\r\n`,
    );
    const { rows } = await read(text);
    expect(rows.map(({ cells }) => cells)).toMatchObject([{ date: 'x', place: 'A, "B"', longitude: '-5.2' }]);
  });
});
