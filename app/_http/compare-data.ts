import type { Database } from '@/db/client';
import { readComparison } from '@/db/compare';
import type { CompareQuestion } from '@/lib/compare/compare-question';
import { comparePhrases, compareSentence } from '@/lib/compare/compare-words';
import { readFilterNames } from './study-data';

/** What the page and the files of a comparison show. */
export async function readComparePage(db: Database, question: CompareQuestion) {
  const [found, { sets, names }] = await Promise.all([readComparison(db, question), readFilterNames(db)]);
  return {
    found,
    sets,
    names,
    phrases: comparePhrases(question, names),
    sentence: compareSentence(found, question, names),
  };
}
export type ComparePage = Awaited<ReturnType<typeof readComparePage>>;
