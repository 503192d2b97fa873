import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { sourceSets } from '@/db/seed/source-sets';
import { shiftDay } from '@/lib/days';
import { joinList, joinPair, splitList, splitPair } from '@/lib/export/cell-list';
import type { ExportContext, ExportEvent, ExportEvents } from '@/lib/export/export-event';
import { dictionarySheet } from '@/lib/export/dictionary';
import { folded } from '@/lib/export/ical-line';
import { uuidV5 } from '@/lib/export/urn';
import { eventWriters } from '@/lib/export/writers';
import { exportFormats, type ExportFormat } from '@/lib/export/formats';
import { RowSource } from '@/lib/export/xlsx/row-source';
import { writeWorkbook } from '@/lib/export/xlsx/write-workbook';
import { noFilters } from '@/lib/filters';
import { feedOf } from '../setup/atom';
import { anyEvent, sampleEvents } from '../setup/arbitraries';

const context: ExportContext = {
  publicUrl: 'https://example.test',
  filters: noFilters,
  filterWords: 'Words: <b>&"\'; a,b\\c',
  total: 1,
  revision: 7,
  changedOn: '2026-11-24',
  madeOn: '2026-11-25',
  marking: 'OFFICIAL & more',
  sets: sourceSets,
  articles: new Map(),
  lockdowns: [
    {
      slug: 's',
      title: '<i>Spell</i>',
      region: 'GB',
      startsOn: '2020-03-24',
      endsOn: '2020-06-01',
      precision: 'day',
      definition: 'A rule.',
      source: 'A table',
      reach: null,
    },
  ],
};

const record = (event: Partial<ExportEvent>, id = 1): ExportEvent => ({
  ...sampleEvents(1, 5)[0]!,
  id,
  version: 2,
  createdAt: '2026-11-20 10:00:00.5+00',
  updatedAt: '2026-11-24 23:30:00+00',
  ...event,
});

async function* listed<Event>(events: readonly Event[]): AsyncGenerator<Event> {
  yield* events;
}

const noParts = { actors: [], measures: [], sources: [], externalIds: [], links: [] };

/** With `only` as the database has it: what a writer does not name is not there. */
const sourceOf = (events: readonly ExportEvent[]): ExportEvents => ({
  [Symbol.asyncIterator]: () => listed(events),
  only: (parts) =>
    listed(
      events.map((event) => ({
        ...event,
        ...noParts,
        ...Object.fromEntries(parts.map((part) => [part, event[part]])),
      })),
    ),
  partsAlone: (parts) =>
    listed(
      events.map(({ slug, ...event }) => ({
        slug,
        ...noParts,
        ...Object.fromEntries(parts.map((part) => [part, event[part]])),
      })),
    ),
});

async function fileOf(
  format: ExportFormat,
  events: readonly ExportEvent[],
  about = context,
  source: ExportEvents = sourceOf(events),
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of eventWriters[format](source, about)) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}
const textOf = async (format: ExportFormat, event: Partial<ExportEvent>): Promise<string> =>
  (await fileOf(format, [record(event)])).toString('utf8');

/** Text that has broken files: formulas, quotes, ends of lines, markup, control characters, emoji, directions. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=1+1',
        '@SUM(A1)',
        "'",
        '"',
        ',',
        ';',
        '\\',
        '\\n',
        '\r\n',
        '\n',
        '\r',
        '\t',
        ']]>',
        '<!--',
      ),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '&amp;',
        '&',
        '\u0001',
        '\u000B',
        '\u007F',
        '\uFFFE',
        '\u202E',
        '\u2028',
      ),
      fc.constantFrom('👩‍👩‍👧‍👦', 'é', '漢字', '_x0041_', 'x'.repeat(2000), '}}', '</worksheet>'),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** What is left of text in formats that have no control characters. */
const NOT_XML = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu; // oxlint-disable-line no-control-regex -- these are meant
/** The parser takes the ends of lines of XML 1.1 for such in 1.0 too. */
const inXml = (text: string): string =>
  text.replaceAll(NOT_XML, '\uFFFD').replaceAll(/[\u0085\u2028]/g, '\n');

describe('every file', () => {
  it.each(exportFormats.map(({ code }) => code))('names each part that it writes: %s', async (format) => {
    const full = fc.sample(anyEvent, { seed: 4, numRuns: 30 }).map((event, i) => record(event, i + 1));
    const whole = { [Symbol.asyncIterator]: () => listed(full) };
    const rows = (file: Buffer): Promise<unknown> =>
      format === 'xlsx' ? readWorkbook(file) : Promise.resolve(file.toString());
    expect(await rows(await fileOf(format, full))).toEqual(
      await rows(await fileOf(format, full, context, whole)),
    );
  });
});

describe('whatever the words hold', () => {
  it('a line of NDJSON is one line to every reader, and its event again', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (summary) => {
        const file = await textOf('ndjson', { summary: `${summary}\u0085\u2028\u2029` });
        // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
        expect(file.split(/[\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]/)).toEqual([file.slice(0, -1), '']);
        expect((JSON.parse(file) as { summary: string }).summary).toBe(`${summary}\u0085\u2028\u2029`);
      }),
    );
  });

  it.each([
    ['2026-11-24 10:00:00.123456+00', '2026-11-24T10:00:00.123Z', '20261124T100000Z'],
    ['2026-11-24 10:00:00.1+00', '2026-11-24T10:00:00.100Z', '20261124T100000Z'],
    ['2026-11-24 10:00:00+00', '2026-11-24T10:00:00.000Z', '20261124T100000Z'],
    ['2026-06-24 00:30:00.999999+01', '2026-06-23T23:30:00.999Z', '20260623T233000Z'],
    ['2026-06-24 05:15:00.5+05:30', '2026-06-23T23:45:00.500Z', '20260623T234500Z'],
  ])('an instant is in UTC, from wherever the database says it: %s', async (updatedAt, json, ical) => {
    expect((JSON.parse(await textOf('ndjson', { updatedAt })) as { updatedAt: string }).updatedAt).toBe(json);
    expect(await textOf('ics', { updatedAt })).toContain(`LAST-MODIFIED:${ical}`);
  });

  it('a calendar says them, and no line is longer than 75 octets', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const file = await textOf('ics', { title: text, precision: 'day', locality: text });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
        const control = /[\u0001-\u0009\u000B-\u001F\u007F]/g; // oxlint-disable-line no-control-regex -- these are meant
        const said = text.replaceAll(/\r\n|\r/g, '\n').replaceAll(control, ' ');
        expect(event!.getFirstPropertyValue('summary')).toBe(said);
      }),
    );
  });

  it('a feed says them', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { entries, feed } = feedOf(await textOf('atom', { title: `x${text}x` }));
        expect(entries).toHaveLength(1);
        expect(entries[0]!.title).toBe(inXml(`x${text}x`));
        expect(entries[0]!.updated).toBe('2026-11-24T23:30:00.000Z');
        expect(entries[0]!.published).toBe('2026-11-20T10:00:00.500Z');
        expect(entries[0]!.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
        expect(feed.updated).toBe(entries[0]!.updated);
        expect(feed.rights).toContain('OFFICIAL & more');
      }),
    );
  });

  it('a slide of TimelineJS holds no markup but our own', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { events } = JSON.parse(await textOf('timelinejs', { title: text, summary: text })) as {
          events: { text: { headline: string; text: string } }[];
        };
        const { headline, text: body } = events[0]!.text;
        expect(headline).not.toMatch(/[<>]/);
        const tags = body.match(/<[^>]*>/g)!.map((tag) => tag.replace(/ .*>/, '>'));
        expect(tags.filter((tag) => !['<p>', '</p>', '<br>', '<a>', '</a>'].includes(tag))).toEqual([]);
      }),
    );
  });

  it('a workbook says them as text', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const sheets = await readWorkbook(await fileOf('xlsx', [record({ summary: `x${text}x` })]));
        const { data } = sheets.find(({ sheet }) => sheet === 'Events')!;
        const at = data[0]!.indexOf('summary');
        expect(data[1]![at]).toBe(`x${text}x`);
      }),
      { numRuns: 30 },
    );
  });

  it('a row of ACLED’s columns has 31 of them, and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const [header, row] = parse(await textOf('acled', { summary: text, locality: text }));
        expect(header).toHaveLength(31);
        expect(row).toHaveLength(31);
        for (const cell of row!) if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe('a calendar', () => {
  it('has days without times, ends on the day after, and says how sharp each date is, for any event', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent, async (any) => {
        const event = record({ ...any });
        const calendar = new ICAL.Component(
          ICAL.parse((await fileOf('ics', [event])).toString()) as unknown[],
        );
        const entry = calendar.getFirstSubcomponent('vevent')!;
        const start = entry.getFirstPropertyValue('dtstart') as ICAL.Time;
        const end = entry.getFirstPropertyValue('dtend') as ICAL.Time;
        expect([start.isDate, end.isDate]).toEqual([true, true]);
        expect([start.toString(), end.toString()]).toEqual([event.startsOn, shiftDay(event.endsOn, 1)]);
        expect(entry.getFirstPropertyValue('x-date-precision')).toBe(event.precision);
        expect(entry.getFirstPropertyValue('x-protective-marking')).toBe(event.marking);
      }),
    );
  });

  it('folds between characters, and is whole again when unfolded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (any) => {
        const line = any.replaceAll(/[\r\n]/g, '');
        expect(folded(line).replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
      }),
    );
  });
});

describe('GeoJSON', () => {
  it('has longitude first, and no geometry where the place is not known', async () => {
    const events = [
      record({ latitude: 51.5, longitude: -0.1234567 }),
      record({ latitude: null, longitude: null }),
    ];
    const { features } = JSON.parse((await fileOf('geojson', events)).toString()) as {
      features: { geometry: unknown; when: { type: string } }[];
    };
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-0.123457, 51.5] },
      null,
    ]);
  });
});

describe('a workbook', () => {
  it('has a cover, typed cells, and a sheet for what events have several of', async () => {
    const event = record({
      startsOn: '2020-03-23',
      endsOn: '2020-03-23',
      precision: 'day',
      latitude: -1.5,
      longitude: 2,
      actors: [
        { name: 'One', role: 'donor' },
        { name: 'Two', role: 'recipient' },
      ],
    });
    const sheets = await readWorkbook(
      await fileOf('xlsx', [event, record({ slug: 'old', startsOn: '1812-01-02' }, 2)]),
    );
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'About',
      'Events',
      'Sources',
      'Actors',
      'Measures',
      'Columns',
    ]);
    const data = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
    const cell = (row: number, column: string) => data('Events')[row]![data('Events')[0]!.indexOf(column)];
    expect(cell(1, 'starts_on')).toEqual(new Date('2020-03-23T00:00:00Z'));
    expect(cell(1, 'updated_at')).toEqual(new Date('2026-11-24T23:30:00Z'));
    expect(cell(1, 'latitude')).toBe(-1.5);
    expect(cell(2, 'starts_on')).toBe('1812-01-02');
    expect(data('Actors').slice(1, 3)).toEqual([
      [event.slug, 'One', 'donor'],
      [event.slug, 'Two', 'recipient'],
    ]);
    const cover = new Map(data('About').map(([item, value]) => [item, value]));
    expect(cover.get('Marking')).toBe('OFFICIAL & more');
    expect(cover.get('State of the record')).toContain('revision 7');
    expect(cover.get('Filters')).toBe(context.filterWords);
  });

  it('goes on to another sheet where one is full', async () => {
    async function* rows() {
      for (let i = 1; i <= 7; i++) yield [i, `n${i}`];
    }
    const table = {
      name: 'Events',
      columns: [
        { name: 'a', type: 'number' as const },
        { name: 'b', type: 'text' as const },
      ],
      rows: new RowSource({ [Symbol.asyncIterator]: rows }),
    };
    const parts: Uint8Array[] = [];
    for await (const part of writeWorkbook([table], { title: 't', marking: 'm' }, 3)) parts.push(part);
    const sheets = await readWorkbook(Buffer.concat(parts));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length - 1])).toEqual([
      ['Events', 3],
      ['Events 2', 3],
      ['Events 3', 1],
    ]);
  });

  it('that cannot be read to its end fails, and one that is left early leaves its events', async () => {
    let open = 0;
    let begun = 0;
    const source = (last: number) => ({
      async *[Symbol.asyncIterator]() {
        open += 1;
        begun += 1;
        try {
          for (let i = 0; i < last; i++) yield record({ slug: `e${i}` }, i);
          throw new Error('lost');
        } finally {
          open -= 1;
        }
      },
    });
    const all = async () => {
      for await (const chunk of eventWriters.xlsx(source(3000), context))
        expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toThrow('lost');
    expect([begun, open]).toEqual([1, 0]);
    for await (const _ of eventWriters.xlsx(source(30_000), context)) if (begun === 2) break;
    expect([begun, open]).toEqual([2, 0]);
  });
});

describe('lists in cells', () => {
  it('are read back as they were written, whatever the items hold', () => {
    const item = fc.string({
      unit: fc.constantFrom(';', '\\', ' ', '=', 'a', '\n', 'é'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(item), item, item, (items, name, value) => {
        expect(splitList(joinList(items))).toEqual(items);
        expect(splitPair(joinPair(name, value))).toEqual([name, value]);
      }),
    );
  });
});

describe('names', () => {
  it('are made as RFC 9562 shows (A.4)', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('of columns all stand in the dictionary', async () => {
    const described = dictionarySheet().rows.map(([where, column]) => `${where}: ${column}`);
    expect(new Set(described).size).toBe(described.length);
    const header = parse(await textOf('csv', {}), { bom: true })[0] as string[];
    for (const column of header) expect(described).toContain(`events.csv: ${column}`);
  });
});
