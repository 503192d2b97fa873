import type { Database } from '@/db/client';
import { listIndicators } from '@/db/indicators';
import { pillarTerm, type Term } from '@/lib/vocabulary';

/** The indicators that an alert can be for, as the form shows them. */
export async function alertOptions(db: Database): Promise<Term[]> {
  const all = await listIndicators(db);
  return all.map(({ slug, question, pillar }) => ({
    code: slug,
    label: question,
    definition: pillarTerm(pillar).label,
  }));
}
