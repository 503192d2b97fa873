import type { EventIndex } from '@/lib/event-index';
import type { IdSet } from '@/lib/id-set';
import { isWithin, places } from '@/lib/places';
import { AnchorCounter, type DayZero } from './anchors';
import type { Stratum } from './count-sides';
import { eventStudy, type EventStudy } from './event-study';
import { observedDays } from './observed-days';
import { OutcomeCounter, type Stretch } from './outcome-days';
import type { StudyQuestion } from './study-question';
import { visitPassing } from './visit-passing';

/** A study with what it was made of. */
export interface IndexStudy {
  study: EventStudy;
  observed: Stretch;
  zeros: readonly DayZero[];
  /** Anchors without a known day: left out, or taken at the middle of their dates. */
  leftOut: number;
  middled: number;
  /** Places that have anchors but are too many to be compared each with itself; nought otherwise. */
  placesLeftOut: number;
}

/** More places than these are not compared each with itself; those with most days 0 are. */
const MOST_PLACES = 60;

/** Days 0 by place, the places with most of them first. */
function byPlace(zeros: readonly DayZero[]): { place: number; days: number[] }[] {
  const found = new Map<number, number[]>();
  for (const { place, day } of zeros) {
    const days = found.get(place);
    if (days) days.push(day);
    else found.set(place, [day]);
  }
  return [...found]
    .map(([place, days]) => ({ place, days }))
    .sort((a, b) => b.days.length - a.days.length || a.place - b.place);
}

/** Of each place, which of the chosen ones it lies in; -1 among the chosen holds every place. */
function holders(chosen: readonly number[]): number[][] {
  return places.map(({ code }) =>
    chosen.flatMap((place, g) => (place < 0 || isWithin(code, places[place]!.code) ? [g] : [])),
  );
}

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
  const anchors = new AnchorCounter(question);
  visitPassing(index, question.anchors, ids.anchors, (event) => anchors.add(event));
  const zeros = anchors.zeros();
  const all = byPlace(zeros);
  const chosen = all.slice(0, MOST_PLACES);
  const within = holders(chosen.map(({ place }) => place));
  const counters = chosen.map(() => new OutcomeCounter(observed));
  if (chosen.length > 0)
    visitPassing(index, question.outcome, ids.outcome, (event) => {
      const held = within[event.place]!;
      for (let i = 0; i < held.length; i++) counters[held[i]!]!.add(event);
    });
  const strata = chosen.map(({ place, days }, g): Stratum => ({
    place: place < 0 ? null : places[place]!.code,
    zeros: days,
    outcome: counters[g]!.days(),
  }));
  return {
    study: eventStudy(strata, question, question.outcome.dated.includes('reported')),
    observed,
    zeros,
    leftOut: anchors.leftOut,
    middled: anchors.middled,
    placesLeftOut: all.length - chosen.length,
  };
}
