import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['app', 'db', 'lib'];
const FILES = ['proxy.ts', 'instrumentation.ts'];

interface Pattern {
  where: string;
  source: string;
  flags: string;
}

/** Every regular expression that is written in the file. */
function patternsOf(file: string): Pattern[] {
  const text = readFileSync(file, 'utf8');
  const found: Pattern[] = [];
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const line = text.slice(0, node.start).split('\n').length;
      found.push({ where: `${file}:${line}`, source: node.regex.pattern, flags: node.regex.flags });
    },
  }).visit(parseSync(file, text).program);
  return found;
}

const files = [
  ...FILES,
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name))
      .map((name) => path.join(folder, name)),
  ),
];
const patterns = files.flatMap(patternsOf);

/**
 * What takes quadratic time, which is nothing on a short text: each with what keeps its text short.
 */
const shortTexts: Record<string, string> = {
  '^-+|-+$': '60 characters of a title, or the marking of the setting, of at most 80',
  '^(?:(between|from) )?(.+?) (?:to|and|until|–|-) (.+)$': 'parseDateWords reads at most 200 characters',
  [String.raw`\B(?=(?:\d{3})+$)`]: 'the digits of a number',
  '0+$': 'the decimals of a number',
  [String.raw`, \d{1,2} [A-Z][a-z]+[^,]* \d{4}$`]: 'a title, of at most 90 characters',
  [String.raw`[,;:.\s]+$`]: 'a text that was cut to the length of its field',
  [String.raw`^(.+?) ?\((.+)\)$`]: 'the name of a place, of at most 200 characters',
  [String.raw`"[^"]*"|\[[^\]]*\]|\\.`]: 'a number format of a workbook, cut to 255 characters',
};

/** How much a crafted text could make it take, where that is more than linear time; null where nothing could. */
function worstOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string | null {
  const found = checkSync(source, flags);
  return found.status === 'safe'
    ? null
    : found.status === 'vulnerable'
      ? found.complexity.summary
      : 'unknown';
}

describe('no regular expression of the product', () => {
  it('backtracks more than the text is long: a crafted text cannot stop the server', () => {
    expect(patterns.length).toBeGreaterThan(80);
    const bad = patterns.flatMap((one) => {
      const worst = worstOf(one);
      const isShort = worst?.startsWith('2nd degree') && Object.hasOwn(shortTexts, one.source);
      return worst === null || isShort ? [] : [{ ...one, worst }];
    });
    expect(bad).toEqual([]);
  });

  it('would pass unseen: the check finds what is known to be bad', () => {
    for (const source of ['^(a+)+$', '^(?:a|a)*$', String.raw`^\s*(\w+\s*)*$`, '^a*a*$'])
      expect(worstOf({ source, flags: '' })).toMatch(/exponential|polynomial/);
  });
});
