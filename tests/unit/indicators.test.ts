import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeedIndicators } from '@/db/seed/seed-indicators';
import { readSeedSeries } from '@/db/seed/seed-series';
import { articles } from '@/db/seed/articles';
import { evaluate, evaluateInTurns, statusChanges, type Count } from '@/lib/indicators/evaluate';
import { firedIn, firedWords } from '@/lib/indicators/fired';
import { indicatorSchema } from '@/lib/indicators/indicator';
import { indicatorDraft, newIndicatorDraft, readIndicatorDraft } from '@/lib/indicators/indicator-form';
import { indicatorChart } from '@/lib/indicators/indicator-chart';
import { offBandSentence, reasonWords, statusInWords } from '@/lib/indicators/status-words';
import { binsBetween, binTitle } from '@/lib/periods';
import { pillars } from '@/lib/vocabulary';

const months = binsBetween('2018-01-01', '2026-12-31', 'month');
const counted = (values: readonly number[]): Count[] =>
  values.map((value, i) => ({
    from: months[i]!.from,
    to: months[i]!.to,
    title: binTitle(months[i]!, 'month'),
    value,
  }));
const ears = {
  method: 'ears-c2',
  period: 'month',
  baseline: 7,
  raised: 0.975,
  high: 0.999,
  direction: 'up',
} as const;
const change = { ...ears, method: 'change', raised: 10, high: 20, direction: 'both' } as const;
const year = (n: number, value: number | null): Count => ({
  from: `${n}-04-01`,
  to: `${n + 1}-03-31`,
  title: `the year to March ${n + 1}`,
  value,
});

describe('what an indicator says', () => {
  it('is high where a count is far beyond its baseline, with the reason in words', () => {
    const last = evaluate(counted([1, 2, 1, 0, 2, 1, 1, 1, 2, 8]), ears).at(-1)!;
    expect(statusInWords(last)).toBe('High, above');
    expect(reasonWords(last, 'the 7 months before')).toBe(
      '8 in October 2018; 0 to 2.5 expected from the 7 months before',
    );
  });

  it('is not enough data where there is little, whatever the method', () => {
    const [short, few] = [
      evaluate(counted([9, 9, 9]), ears).at(-1)!,
      evaluate(counted([0, 0, 0, 0, 0, 0, 0, 0, 0, 4]), ears).at(-1)!,
    ];
    expect(short).toMatchObject({ status: 'unknown', band: null });
    expect(reasonWords(few, 'x')).toBe('4 in October 2018: only 4 in 10 months, too few to judge');
    expect(reasonWords({ ...few, value: 1, noun: 'events' }, 'x')).toMatch(/^1 event in October 2018: /);
    expect(reasonWords({ ...few, noun: 'people killed' }, 'x')).toMatch(/^4 people killed in October 2018: /);
    expect(evaluate([year(2019, 19), year(2020, 60)], change).at(-1)!.missing).toContain(
      'too few to compare',
    );
    expect(evaluate([year(2019, null), year(2020, 60)], change).at(-1)!.status).toBe('unknown');
  });

  it('compares a number with the same period of the year before', () => {
    const last = evaluate([year(2019, 6287), year(2020, 4915)], change).at(-1)!;
    expect(statusInWords(last)).toBe('High, below');
    expect(reasonWords(last, 'the year before')).toBe(
      '4,915 in the year to March 2021; 22 per cent fewer than 6,287 in the year to March 2020',
    );
    expect(
      evaluate([year(2019, 6287), year(2020, 4915)], { ...change, direction: 'up' }).at(-1)!.status,
    ).toBe('normal');
  });

  it('does not change when later periods come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 100 }),
        fc.constantFrom('ears-c2' as const, 'farrington' as const, 'change' as const),
        fc.constantFrom('up' as const, 'down' as const, 'both' as const),
        fc.nat(),
        (values, method, direction, cut) => {
          const rules = { ...(method === 'change' ? change : ears), method, direction };
          const keep = 1 + (cut % values.length);
          expect(evaluate(counted(values), rules).slice(0, keep)).toEqual(
            evaluate(counted(values.slice(0, keep)), rules),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is off its band only beyond it, and high only where it is raised as well', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 10, maxLength: 100 }),
        fc.constantFrom('up' as const, 'down' as const, 'both' as const),
        (values, direction) => {
          for (const { status, side, band, value } of evaluate(counted(values), { ...ears, direction })) {
            if (status === 'unknown') expect(band).toBeNull();
            else if (status === 'normal') expect(side).toBe(0);
            else expect(side > 0 ? value! > band!.high : value! < band!.low).toBe(true);
            if (direction === 'up') expect(side).not.toBe(-1);
            if (direction === 'down') expect(side).not.toBe(1);
          }
        },
      ),
    );
  });

  it('says the same where it lets others work between', async () => {
    const counts = counted(Array.from({ length: 60 }, (_, i) => (i * 7) % 5));
    const rules = { ...ears, method: 'farrington' } as const;
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    expect(await evaluateInTurns(counts, rules)).toEqual(evaluate(counts, rules));
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });

  it('tells when it changed, and that a fall after a rise is such a change', () => {
    const readings = evaluate(
      [2018, 2019, 2020, 2021, 2022].map((n, i) => year(n, [100, 50, 100, 101, 102][i]!)),
      change,
    );
    expect(statusChanges(readings).map(statusInWords)).toEqual(['High, below', 'High, above', 'Normal']);
    expect(offBandSentence(readings.slice(-1))).toBe('No indicator is outside its expected band.');
    expect(offBandSentence([readings[1]!, readings[0]!])).toBe(
      '1 of 2 indicators is outside its expected band; for 1 of 2 there is not enough data to tell.',
    );
  });

  it('is drawn within its plot', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 100 }), (values) => {
        for (const { height, band } of indicatorChart(evaluate(counted(values), ears)).columns) {
          expect(height! >= 0 && height! <= 1).toBe(true);
          if (band) expect(band.low >= 0 && band.high <= 1 && band.low <= band.high).toBe(true);
        }
      }),
    );
  });
});

describe('the indicators that come with the product', () => {
  const seed = readSeedIndicators();

  it('are at least four for each pillar, each of a paragraph of the corpus', () => {
    for (const pillar of pillars)
      expect(seed.filter((one) => one.pillar === pillar).length).toBeGreaterThanOrEqual(4);
    for (const { slug, article, paragraph } of seed) {
      expect(
        articles.map(({ key }) => key),
        slug,
      ).toContain(article);
      expect(paragraph, slug).toBeGreaterThan(0);
    }
    expect(new Set(seed.map(({ slug }) => slug)).size).toBe(seed.length);
  });

  it('name series that come with it too', () => {
    const keys = readSeedSeries().map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(seed.flatMap(({ series }) => series ?? [])));
  });

  it.each([
    [{ query: 'pillar=prevnet' }, 'query'],
    [{ query: 'piller=prevent' }, 'query'],
    [{ measure: 'series' }, 'series'],
    [{ method: 'farrington', period: 'year' }, 'method'],
    [{ raised: 0.999, high: 0.975 }, 'high'],
    [{ high: 20 }, 'high'],
  ])('are refused where %j makes no sense', (wrong, field) => {
    const good = seed.find(({ method }) => method === 'ears-c2')!;
    const result = indicatorSchema.safeParse({ ...good, ...wrong });
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

describe('the form of an indicator', () => {
  const typed = {
    ...newIndicatorDraft,
    slug: 'a-question',
    question: 'Is it?',
    why: 'So.',
    pillar: 'pursue',
  };
  const problemsOf = (typedOver: Partial<typeof typed>) => {
    const read = readIndicatorDraft({ ...typed, ...typedOver });
    return 'problems' in read ? read.problems.map(({ field }) => field) : [];
  };

  it('shows each shipped indicator so that it is read back the same', () => {
    for (const shipped of readSeedIndicators())
      expect(readIndicatorDraft(indicatorDraft(shipped))).toEqual({ indicator: shipped });
  });

  it('takes an address for its filter, without dates, and names what is no filter', () => {
    const query = 'https://watch.example.org/events?type=attack&region=GB&from=2020-03-01&sort=date';
    expect(readIndicatorDraft({ ...typed, query })).toMatchObject({
      indicator: { query: 'type=attack&region=GB', raised: 0.975 },
    });
    // An address has more than filters; of a page without any it is every event.
    for (const [address, kept] of [
      ['https://watch.example/events?sort=date&type=attack&view=2020-01-01..2020-02-01', 'type=attack'],
      ['https://watch.example/events', ''],
    ] as const)
      expect(readIndicatorDraft({ ...typed, query: address })).toMatchObject({ indicator: { query: kept } });
    const wrong = readIndicatorDraft({ ...typed, query: 'region=Atlantis' });
    expect(JSON.stringify(wrong)).toContain('Atlantis');
  });

  it('refuses what cannot be read, each at its field, and leaves out what does not apply', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ series: 'left-over', counted: 'usd', unit: 'masks' })).toEqual([]);
    expect(problemsOf({ measure: 'series' })).toEqual(['series', 'method']);
    expect(problemsOf({ measure: 'sum' })).toEqual(['counted']);
    expect(problemsOf({ measure: 'sum', counted: 'quantity' })).toEqual(['unit']);
    expect(problemsOf({ measure: 'sum', counted: 'usd' })).toEqual(['method']);
    expect(problemsOf({ measure: 'last', counted: 'percent_change', method: 'change' })).toEqual(['counted']);
    expect(problemsOf({ method: 'farrington', period: 'year' })).toEqual(['method']);
    expect(problemsOf({ method: 'change', period: 'week' })).toEqual(['period']);
    expect(problemsOf({ raised: 'much', high: '100' })).toEqual(['raised']);
    expect(problemsOf({ high: '100' })).toEqual(['high']);
    expect(problemsOf({ raised: '99.95' })).toEqual(['high']);
    expect(problemsOf({ paragraph: 'four', baseline: '2' })).toEqual(['paragraph', 'baseline']);
  });

  it('says how often it would have fired, or that there is not enough data', () => {
    const quiet = [1, 2, 1, 0, 2, 1, 1, 1, 2, 1];
    const words = (values: number[], measure: 'events' | 'sum' = 'events') =>
      firedWords(firedIn(evaluate(counted(values), ears)), { period: 'month', measure });
    expect(words([...quiet, 9, 9, 1])).toBe(
      'It would have fired in 2 of the 4 months that could be read (50 per cent), in 1 spell: raised in 0, high in 2. For 9 months there was not enough data.',
    );
    expect(words(quiet)).toMatch(/^It would not have fired in the 1 month that could be read/);
    expect(words([9, 9])).toBe('Not enough data: none of the 2 months on record could be read.');
    expect(words([])).toContain('Not enough data');
    const none = Array.from({ length: 30 }, () => 0);
    expect(words(none)).toBe(
      'Nothing to read in the 30 months on record: no event of these dates passes the filter.',
    );
    expect(words(none, 'sum')).toContain('has an amount of what is measured');
  });
});
