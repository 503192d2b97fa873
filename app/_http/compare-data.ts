import type { Database } from '@/db/client';
import { readComparison } from '@/db/compare';
import { bothFilters, type CompareQuestion } from '@/lib/compare/compare-question';
import { comparePhrases, compareSentence, mixSentence } from '@/lib/compare/compare-words';
import { readFilterNames } from './study-data';
import { readSurroundings } from './surroundings';
import type { Asked } from '@/lib/asked';

/** What the page and the files of a comparison show. */
export async function readComparePage(db: Database, question: CompareQuestion, asked: Asked) {
  const [found, { sets, names }] = await Promise.all([readComparison(db, question), readFilterNames(db)]);
  const days = { from: found.bins[0]?.from ?? null, to: found.bins.at(-1)?.to ?? null };
  return {
    found,
    around: await readSurroundings(db, asked, bothFilters(question), days),
    sets,
    names,
    phrases: comparePhrases(question, names),
    sentence: compareSentence(found, question, names),
    mixSentence: mixSentence(found, question),
  };
}
export type ComparePage = Awaited<ReturnType<typeof readComparePage>>;
