import { text as readText } from 'node:stream/consumers';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import type { Briefing } from '@/lib/briefing/briefing';
import { briefingDocx } from '@/lib/briefing/briefing-docx';
import { briefingMarkdown } from '@/lib/briefing/briefing-markdown';
import type { PeriodData } from '@/lib/chart-period';

const periods: PeriodData = { period: 'month', columns: [], total: 0 };

const briefing = (text: string): Briefing => ({
  title: `x${text}`,
  sentence: text,
  filters: text,
  state: 'A state',
  marking: 'OFFICIAL',
  address: 'https://example.test/briefing',
  asOf: null,
  assessments: [{ of: text, trend: 'improved', word: 'Improved', reason: text }],
  madeOn: '25 November 2026',
  pillars: [{ label: 'Prevent', short: 'few words', count: 3 }],
  events: [
    {
      slug: 'one',
      title: text,
      summary: text,
      date: '23 March 2020',
      place: text,
      pillars: 'Prevent',
      confidence: 'reported',
      sources: [1],
    },
  ],
  more: 2,
  sources: [`x${text}`],
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '**',
        '|',
        '[a](javascript:alert(1))',
        '<script>',
        '\n\n',
        '\n# ',
        '`',
        '\\',
        '&lt;',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll('\0', '')),
      fc.constantFrom('\u0001', '\u202E', '😀', ']]>', '</w:t>'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** The signs that are left in force: not written after a backslash. */
const inForce = (markdown: string): string => markdown.replaceAll(/\\./gsu, '');

describe('the brief as Markdown', () => {
  it('has the same headings, links and table whatever its words hold', () => {
    const shape = (text: string) => {
      const lines = inForce(briefingMarkdown(briefing(text), periods)).split('\n');
      return {
        headings: lines.filter((line) => line.startsWith('#')).length,
        bars: lines.join('').split('|').length,
        tags: lines.join('').match(/<[^>]*>/g),
        links: lines.join('').split(/[[\]]/).length,
        code: lines.join('').split('`').length,
        lines: lines.length,
      };
    };
    const plain = shape('words');
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shape(text)).toEqual(plain);
      }),
    );
  });

  it('begins and ends with the marking', () => {
    const lines = briefingMarkdown(briefing('words'), periods).trim().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['**OFFICIAL**', '**OFFICIAL**']);
  });
});

/** One part of a package, read by another library than wrote it. */
function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), {}, (problem, zip) => {
      if (problem) return reject(problem);
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return;
        zip.openReadStream(entry, (unread, stream) => {
          if (unread) reject(unread);
          else void readText(stream).then(resolve, reject);
        });
      });
    });
  });
}

describe('the brief as a Word document', () => {
  it('is XML that says the words, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const xml = await partOf(await briefingDocx(briefing(text), periods), 'word/document.xml');
        const fail = (level: string, message: string): void => {
          if (level !== 'warning') throw new Error(message);
        };
        const root = new DOMParser({ onError: fail }).parseFromString(xml, 'text/xml').documentElement!;
        const said = Array.from(root.getElementsByTagName('w:t'), (run) => run.textContent).join('');
        expect(said).toContain('[1] x');
        expect(said).toContain('2 more events');
      }),
      { numRuns: 15 },
    );
  });

  it('has the marking at the head and foot of every page', async () => {
    const bytes = await briefingDocx(briefing('words'), periods);
    expect(await partOf(bytes, 'word/header1.xml')).toContain('OFFICIAL');
    expect(await partOf(bytes, 'word/footer1.xml')).toContain('OFFICIAL');
  });
});
