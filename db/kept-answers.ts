import type { Database } from './client';
import { heldFor } from './held';

/** Questions whose answers are kept for a state of the record: at two million events a set of ids has a quarter of a megabyte. */
const MOST_KEPT = 50;

interface Kept {
  revision: number;
  answers: Map<string, Promise<unknown>>;
}

/**
 * The answer to a question, asked once for each state of the record: who zooms, sorts or turns a page, or opens a dashboard again, is
 * answered from memory until the next write. `kind` names what is kept, and fixes T. An answer is not to be changed by who
 * gets it; one that failed is not kept.
 */
export async function keptAnswer<T>(
  db: Database,
  kind: string,
  { revision, key }: { revision: number; key: string },
  ask: () => Promise<T>,
): Promise<T> {
  const held = heldFor<Kept>(kind);
  let kept = held.get(db);
  if (kept?.revision !== revision) held.set(db, (kept = { revision, answers: new Map() }));
  const { answers } = kept;
  const answer = (answers.get(key) as Promise<T> | undefined) ?? ask();
  // The last asked about is the last to go.
  answers.delete(key);
  answers.set(key, answer);
  for (const oldest of answers.keys()) if (answers.size > MOST_KEPT) answers.delete(oldest);
  return answer.catch((error: unknown) => {
    answers.delete(key);
    throw error;
  });
}
