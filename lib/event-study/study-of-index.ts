import type { EventIndex } from '@/lib/event-index';
import type { IdSet } from '@/lib/id-set';
import { places } from '@/lib/places';
import { findAnchors, nameAnchors, type DayZero } from './anchors';
import { countOutcome } from './count-outcome';
import { eventStudy, type EventStudy } from './event-study';
import { observedDays } from './observed-days';
import type { Stretch } from './outcome-days';
import type { StudyQuestion } from './study-question';

/** A study with what it was made of. */
export interface IndexStudy {
  study: EventStudy;
  observed: Stretch;
  /** The anchors of the days 0 that the study gives out one by one (study.rows). */
  named: DayZero[];
  /** Anchors without a known day: left out, or taken at the middle of their dates. */
  leftOut: number;
  middled: number;
  /** Places that have anchors but are too many to be compared each with itself; nought otherwise. */
  placesLeftOut: number;
}

/** More places than these are not compared each with itself; those with most days 0 are. */
const MOST_PLACES = 60;

/**
 * The study that a question asks for, counted from the index: one pass for the anchors, one for the outcome. Null where
 * the record names no day that could be observed.
 */
export function studyOfIndex(
  index: EventIndex,
  question: StudyQuestion,
  ids: { anchors: IdSet | null; outcome: IdSet | null },
): IndexStudy | null {
  const observed = observedDays(index, question.outcome);
  if (observed === null) return null;
  const { zeros, leftOut, middled } = findAnchors(index, question, ids.anchors);
  const chosen = zeros.slice(0, MOST_PLACES);
  const outcomes = countOutcome(
    index,
    question.outcome,
    ids.outcome,
    observed,
    chosen.map(({ place }) => place),
  );
  const strata = chosen.map(({ place, days }, g) => ({
    place: place < 0 ? null : places[place]!.code,
    zeros: days,
    outcome: outcomes[g]!,
  }));
  const study = eventStudy(strata, question, question.outcome.dated.includes('reported'));
  return {
    study,
    observed,
    named: nameAnchors(index, question, ids.anchors, study.rows),
    leftOut,
    middled,
    placesLeftOut: zeros.length - chosen.length,
  };
}
