import type { CompareQuestion } from '@/lib/compare/compare-question';
import { compareInIndex, type Comparison } from '@/lib/compare/comparison';
import type { Database } from './client';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';

/** Two sets of events compared: counted from the index, so that it costs the same however large the record is. */
export async function readComparison(db: Database, question: CompareQuestion): Promise<Comparison> {
  const [{ index }, a, b] = await Promise.all([
    currentIndex(db),
    matchingIds(db, question.a),
    matchingIds(db, question.b),
  ]);
  return compareInIndex(index, question, { a, b });
}
