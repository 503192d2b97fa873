import { and, inArray } from 'drizzle-orm';
import { studyOfIndex, type IndexStudy } from '@/lib/event-study/study-of-index';
import type { StudyQuestion } from '@/lib/event-study/study-question';
import type { Database } from './client';
import { summaries, type EventSummary } from './events';
import { currentIndex } from './index-feed';
import { matchingIds } from './matching-ids';
import { events } from './schema';
import { published } from './where';

/** A study with the revision of the record that it is counted from. */
export async function readStudy(
  db: Database,
  question: StudyQuestion,
): Promise<{ found: IndexStudy | null; revision: number }> {
  const [{ index, revision }, anchors, outcome] = await Promise.all([
    currentIndex(db),
    matchingIds(db, question.anchors),
    matchingIds(db, question.outcome),
  ]);
  return { found: studyOfIndex(index, question, { anchors, outcome }), revision };
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
