import { parseCompare } from '@/lib/compare/compare-question';
import { compareInIndex } from '@/lib/compare/comparison';
import { buildIndex } from '@/lib/event-index';
import { parseStudy } from '@/lib/event-study/study-question';
import { studyOfIndex } from '@/lib/event-study/study-of-index';
import { makeEvents } from '../data/columns';
import { madeSets } from '../data/made-sets';
import type { Bench } from '../run/bench';
import { duration, printTable } from '../run/table';
import { repeat } from '../run/timing';

const RUNS = { least: 5, most: 20, spend: 1_000 };
const questions = [
  ['attacks in the UK round lockdowns there', 'a.type=lockdown&a.region=GB&b.type=attack&b.region=GB'],
  ['attacks in Europe round lockdowns, each in its own place', 'a.type=lockdown&a.region=150&b.type=attack&b.region=150&where=own'],
  ['attacks anywhere round policy anywhere', 'a.type=policy&b.type=attack'],
  ['everything round attacks, each in its own place, 52 weeks', 'a.type=attack&b.dated=exact&b.dated=span&b.dated=reported&where=own&uncertain=middle&weeks=52'],
  ['policy round the attacks of 2003 to 2006, each in its own place', 'a.type=attack&a.from=2003-01-01&a.to=2006-12-31&b.type=policy&where=own'],
  ['the same with 2 weeks: many short windows', 'a.type=attack&a.from=2003-01-01&a.to=2006-12-31&b.type=policy&where=own&weeks=2'],
] as const; // prettier-ignore

const comparisons = [
  ['attacks in the UK with those in France', 'a.type=attack&a.region=GB&b.type=attack&b.region=FR'],
  ['Europe with Asia', 'a.region=150&b.region=142'],
  ['Prevent with Pursue', 'a.pillar=prevent&b.pillar=pursue'],
  ['one year with the year before', 'a.from=2020-01-01&a.to=2020-12-31&b.from=2019-01-01&b.to=2019-12-31'],
] as const; // prettier-ignore

/** What an event study and a comparison count, without the HTML. */
export async function answers({ data }: Bench): Promise<void> {
  const index = buildIndex(makeEvents(data.size, data.seed).columns, madeSets);
  const none = { anchors: null, outcome: null };
  const rows: string[][] = [];
  for (const [name, query] of questions) {
    const { question } = parseStudy(new URLSearchParams(query));
    const { median } = await repeat(() => studyOfIndex(index, question, none), RUNS);
    const { study } = studyOfIndex(index, question, none)!;
    rows.push([name, String(study.zeros), String(study.placebo?.others.length ?? 0), duration(median)]);
  }
  printTable(
    `Before and after at ${data.size.toLocaleString('en-GB')} events`,
    ['question', 'days 0', 'other dates', 'median'],
    rows,
  );
  const compared: string[][] = [];
  for (const [name, query] of comparisons) {
    const { question } = parseCompare(new URLSearchParams(query));
    const { median } = await repeat(() => compareInIndex(index, question, { a: null, b: null }), RUNS);
    const { a, b, both } = compareInIndex(index, question, { a: null, b: null });
    compared.push([name, ...[a.total, b.total, both].map(String), duration(median)]);
  }
  printTable(
    `Compare at ${data.size.toLocaleString('en-GB')} events`,
    ['question', 'A', 'B', 'both', 'median'],
    compared,
  );
}
