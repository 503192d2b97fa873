import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articlesMissing, articleText, footnotesOf, runsOf } from '@/db/seed/article-text';
import { corpusKeys } from '@/db/seed/articles';
import { problemsAgainst, seedProblems, unusedFootnotes } from '@/db/seed/checks';
import { readUnits, reliabilityTable } from '@/db/seed/reliability';
import { readSeedFiles, readSeedJson, type SeedFile } from '@/db/seed/seed-files';
import { eventTypes, pillars } from '@/lib/vocabulary';

const files = readSeedFiles();
const { problems, events } = seedProblems(files);
const corpus = events.filter((event) => event.sourceSet === 'corpus');
const unused = unusedFootnotes.parse(readSeedJson('footnotes.json'));

interface Coded {
  [field: string]: unknown;
  id: string;
  sources: { article: string; paragraph: number }[];
}

/** The files with one event changed: what a slip of a coder would make of them. */
function withSlip(change: Record<string, unknown>, at = 3): SeedFile[] {
  const copy = structuredClone(files);
  Object.assign(copy[0]!.coded[at] as Coded, change);
  return copy;
}
const coded = (at: number): Coded => files[0]!.coded[at] as Coded;

describe('the coded corpus', () => {
  it('has no problem that shows without the articles', () => {
    expect(problems).toEqual([]);
  });

  it('has events from every article, of every type and pillar', () => {
    expect(new Set(corpus.flatMap(({ sources }) => sources.map(({ article }) => article)))).toEqual(
      new Set(corpusKeys),
    );
    expect(new Set(corpus.map(({ type }) => type))).toEqual(new Set(eventTypes));
    expect(new Set(corpus.flatMap((event) => event.pillars))).toEqual(new Set(pillars));
  });

  it('says how far the readers agreed, as computed from what each of them coded', () => {
    // Prettier pads the cells of tables.
    const squeezed = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
    expect(squeezed(readFileSync('db/seed/README.md', 'utf8'))).toContain(reliabilityTable(readUnits()));
  });

  it('settled every happening that a reader coded into an event, or dropped it by a rule', () => {
    const slugs = new Set(corpus.map(({ slug }) => slug));
    for (const { final, a, b, rules } of readUnits()) {
      if (final) expect(slugs, a || b).toContain(final);
      else expect(rules, a || b).not.toBe('');
    }
  });
});

describe('the check finds', () => {
  it.each([
    [
      'a date against its precision',
      { precision: 'month', starts_on: '2020-03-02', ends_on: '2020-03-05' },
      /first to its last day/,
    ],
    ['an unknown place', { region: 'XX' }, /region: Enter a place/],
    ['a type that is none', { type: 'panic' }, /type: Select a type/],
    ['a title that is too long', { title: 'x'.repeat(91) }, /90 characters or fewer/],
    ['an event without pillar', { pillars: [] }, /at least one pillar/],
    ['an id given twice', { id: coded(0).id }, /the id .* stands twice/],
    [
      'a happening coded twice',
      { title: coded(0).title, starts_on: coded(0).starts_on, region: coded(0).region },
      /the title .* stands twice|Enter|must/,
    ],
    ['a link to nothing', { links: ['no-such-event'] }, /links to no-such-event/],
    ['background that is none', { background: !coded(3).background }, /background must be/],
    [
      'an event in the file of another article',
      { sources: [{ ...coded(3).sources[0], article: 'ft-2020-05' }] },
      /first source is ft-2020-05/,
    ],
    [
      'an event out of the order of the text',
      { sources: [{ ...coded(3).sources[0], paragraph: 900 }] },
      /comes later in the text/,
    ],
    ['a field that the form does not know', { colour: 'red' }, /colour/],
  ])('%s', (_, change, message) => {
    expect(seedProblems(withSlip(change)).problems.join('\n')).toMatch(message);
  });
});

describe.skipIf(articlesMissing !== null)(
  `against the articles (${articlesMissing === null ? 'present' : `skipped: ${articlesMissing}`})`,
  () => {
    it('has locators that are there, no copied run, and a word on every footnote', () => {
      expect(problemsAgainst(corpusKeys, events, unused)).toEqual([]);
    });

    it('reads all footnotes: 63 of the Central Asia paper, 16 of the article on counter-terrorism', () => {
      const numbers = (key: string): number[] => [...footnotesOf(articleText(key)).keys()];
      expect(numbers('cap-2020-06')).toEqual(Array.from({ length: 63 }, (_, i) => i + 1));
      expect(numbers('ctta-2020-04')).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    });

    it.each([
      [
        'a paragraph that is not there',
        () => ({ sources: [{ ...coded(3).sources[0], paragraph: 900 }] }),
        /no paragraph 900/,
      ],
      [
        'a footnote that is not there',
        () => ({ sources: [{ ...coded(3).sources[0], footnote: 99 }] }),
        /no footnote 99/,
      ],
      [
        'words of the article',
        () => ({
          summary: articleText('cap-2020-06').split('\n').at(-1) || articleText('ft-2020-05').slice(-200),
        }),
        /words in a row/,
      ],
    ])('finds %s', (_, change, message) => {
      expect(problemsAgainst(corpusKeys, seedProblems(withSlip(change())).events, unused).join('\n')).toMatch(
        message,
      );
    });

    it('has no copied run in what is written about the events either', () => {
      const theirs = new Set(corpusKeys.flatMap((key) => runsOf(articleText(key), 8)));
      const titles = new Set(
        corpus.flatMap(({ sources }) => sources.flatMap(({ title }) => runsOf(title, 8))),
      );
      for (const file of [
        'README.md',
        'reliability.csv',
        'footnotes.json',
        'articles.ts',
        'source-sets.ts',
      ]) {
        const runs = runsOf(readFileSync(`db/seed/${file}`, 'utf8'), 8);
        expect(
          runs.filter((run) => theirs.has(run) && !titles.has(run)),
          file,
        ).toEqual([]);
      }
    });

    it('finds a footnote that nobody speaks of, and one listed as unused that is used', () => {
      const [first, ...others] = unused;
      expect(problemsAgainst(corpusKeys, events, others)).toEqual([
        `footnote ${first!.footnote} of ${first!.article} is neither cited by an event nor listed with a reason`,
      ]);
      const used = corpus.flatMap(({ sources }) => sources).find(({ footnote }) => footnote !== null)!;
      const listed = { article: used.article!, footnote: used.footnote!, reason: 'a slip of the coder' };
      expect(problemsAgainst(corpusKeys, events, [...unused, listed])).toEqual([
        `footnote ${used.footnote} of ${used.article} is listed as unused, but an event cites it`,
      ]);
    });
  },
);
