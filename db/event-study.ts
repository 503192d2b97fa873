import { and, inArray } from 'drizzle-orm';
import { today } from '@/lib/days';
import { studyOfIndex, type IndexStudy } from '@/lib/event-study/study-of-index';
import { studyToQuery, type StudyQuestion } from '@/lib/event-study/study-question';
import type { Database } from './client';
import { summaries, type EventSummary } from './events';
import { heldFor } from './held';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { events } from './schema';
import { published } from './where';

interface Held {
  revision: number;
  /** By question and day, those asked for last at the end. */
  studies: Map<string, Promise<IndexStudy | null>>;
}

const held = heldFor<Held>('studies');
/** A study keeps its totals, five hundred days 0 and the check at other dates: enough for a page, its eight files and some readers. */
const MOST_STUDIES = 8;

/** The studies that are kept of this state of the record. */
function studiesAt(db: Database, revision: number): Held['studies'] {
  const known = held.get(db);
  if (known?.revision === revision) return known.studies;
  const studies: Held['studies'] = new Map();
  // A slower request of an older state does not push out those of the newer one.
  if (!known || known.revision < revision) held.set(db, { revision, studies });
  return studies;
}

/** A study of the record, counted once for a page and its files. */
export async function readStudy(
  db: Database,
  question: StudyQuestion,
): Promise<{ found: IndexStudy | null; revision: number }> {
  const { index, revision } = await currentIndex(db);
  const studies = studiesAt(db, revision);
  const key = `${today()} ${studyToQuery(question)}`;
  const count = async () => {
    const [anchors, outcome] = await Promise.all([
      matchingIds(db, question.anchors),
      matchingIds(db, question.outcome),
    ]);
    return studyOfIndex(index, question, { anchors, outcome });
  };
  const study = studies.get(key) ?? count();
  studies.delete(key);
  studies.set(key, study);
  if (studies.size > MOST_STUDIES) studies.delete(studies.keys().next().value!);
  // A failure is not kept: the next request tries again.
  study.catch(() => studies.delete(key));
  return { found: await study, revision };
}

/** Published events by id, for naming anchors. */
export async function eventsById(
  db: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, EventSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await summaries(db).where(and(published, inArray(events.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}
