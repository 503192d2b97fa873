import type { DayZero } from './anchors';
import type { EventStudy } from './event-study';

/** A day 0 that is used, with the anchors that it is made of and its own weeks. */
export interface StudyZero {
  day: number;
  /** Code of the place where the anchors' places matter. */
  place: string | null;
  anchors: number;
  ids: readonly number[];
  weeks: readonly (number | null)[];
}

/** The days 0 that the study gives out, in order of date; `named` are their anchors. */
export function studyZeros({
  study,
  named,
}: {
  study: Pick<EventStudy, 'rows'>;
  named: readonly DayZero[];
}): StudyZero[] {
  return study.rows.map((row, i) => ({ ...row, ...named[i]! }));
}

/** Events before and after in the weeks of a day 0 that are observed, those of the gap left out. */
export function sidesOfZero({ weeks }: StudyZero, gap: number): { before: number; after: number } {
  const each = weeks.length / 2;
  const sum = (from: number, to: number): number =>
    weeks.slice(from, to).reduce<number>((all, n) => all + (n ?? 0), 0);
  return { before: sum(0, each - gap), after: sum(each + gap, weeks.length) };
}
