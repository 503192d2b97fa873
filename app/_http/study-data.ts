import { readArticles } from '@/db/articles';
import type { Database } from '@/db/client';
import { eventsById, readStudy } from '@/db/event-study';
import { readSourceSets } from '@/db/source-sets';
import type { StudyQuestion } from '@/lib/event-study/study-question';
import { studyZeros } from '@/lib/event-study/study-zeros';
import type { FilterNames } from '@/lib/filter-phrase';

/** Days 0 whose anchors are named on the page. */
export const NAMED_ZEROS = 100;

/** Names of what filters know by key. */
export async function readFilterNames(db: Database) {
  const [sets, articles] = await Promise.all([readSourceSets(db), readArticles(db)]);
  const names: FilterNames = {
    set: sets.map(({ key, title }) => ({ value: key, label: title })),
    article: [...articles].map(([key, { title }]) => ({ value: key, label: title })),
  };
  return { sets, names };
}

/** What the page and the files of a study show; `found` is null where the record names no day. */
export async function readStudyPage(db: Database, question: StudyQuestion) {
  const [{ found }, { sets, names }] = await Promise.all([readStudy(db, question), readFilterNames(db)]);
  const zeros = found ? studyZeros(found) : [];
  const named = await eventsById(
    db,
    zeros.slice(0, NAMED_ZEROS).flatMap(({ ids }) => ids),
  );
  return { found, zeros, named, sets, names };
}
export type StudyPage = Awaited<ReturnType<typeof readStudyPage>>;
