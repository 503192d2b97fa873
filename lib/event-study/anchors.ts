import { dayNumber } from '@/lib/days';
import type { EventIndex } from '@/lib/event-index';
import type { IdSet } from '@/lib/id-set';
import { places } from '@/lib/places';
import { datings } from '@/lib/vocabulary';
import type { StudyQuestion } from './study-question';
import { ALL_DAYS, daysOf, longestOf, visitPassing, type PassingEvent } from './visit-passing';

/** The anchors of one day and, where that matters, of one place: together one day 0. */
export interface DayZero {
  anchors: number;
  /** Ids of the first few anchors, to be named. */
  ids: number[];
}

/** The days 0 of one place. */
export interface PlaceZeros {
  /** Position in lib/places; -1 where the anchors' places do not matter. */
  place: number;
  /** In order, each once. */
  days: readonly number[];
}

/** As many anchors of a day are named. */
const NAMED = 4;
const EXACT = datings.indexOf('exact');

type Asked = Pick<StudyQuestion, 'anchors' | 'at' | 'uncertain' | 'where'>;

/** Says of an event which day 0 it makes, by the rules of the question. */
class AnchorRules {
  readonly #from: number;
  readonly #to: number;

  constructor(readonly asked: Asked) {
    this.#from = asked.anchors.from === null ? -Infinity : dayNumber(asked.anchors.from);
    this.#to = asked.anchors.to === null ? Infinity : dayNumber(asked.anchors.to);
  }

  /** The first day of an anchor, or the day after its last, where they are known; else the middle of what is. */
  dayOf({ start, end, dating }: PassingEvent): number {
    if (dating !== EXACT) return Math.floor((start + end) / 2);
    return this.asked.at === 'start' ? start : end + 1;
  }

  isAsked(day: number): boolean {
    return day >= this.#from && day <= this.#to;
  }

  leavesOut({ dating }: PassingEvent): boolean {
    return dating !== EXACT && this.asked.uncertain === 'out';
  }
}

/** Days in a row, one mark each: what is marked twice counts once, and comes out in order. */
class MarkedDays {
  readonly #marks: Uint8Array;

  constructor(
    readonly first: number,
    length: number,
  ) {
    this.#marks = new Uint8Array(length);
  }

  mark(day: number): void {
    this.#marks[day - this.first] = 1;
  }

  days(): number[] {
    const days: number[] = [];
    for (let d = 0; d < this.#marks.length; d++) if (this.#marks[d] === 1) days.push(this.first + d);
    return days;
  }
}

/** What an index holds of the days 0 that a question asks for. */
export interface Anchors {
  /** The places with most days 0 first. */
  zeros: PlaceZeros[];
  /** Anchors whose day is not known, and which the question leaves out. */
  leftOut: number;
  /** Anchors taken at the middle of their dates, or on the day of their report. */
  middled: number;
}

/** Finds the days 0 in one pass over the index. */
export function findAnchors(index: EventIndex, asked: Asked, ids: IdSet | null): Anchors {
  const rules = new AnchorRules(asked);
  const own = asked.where === 'own';
  const { from, to } = daysOf(index);
  const marked: (MarkedDays | undefined)[] = Array.from({ length: places.length + 1 });
  let [leftOut, middled] = [0, 0];
  visitPassing(index, asked.anchors, ids, ALL_DAYS, (event) => {
    const day = rules.dayOf(event);
    if (!rules.isAsked(day)) return;
    if (rules.leavesOut(event)) {
      leftOut++;
      return;
    }
    if (event.dating !== EXACT) middled++;
    const place = own ? event.place + 1 : 0;
    // The day after the last is a day 0 too.
    (marked[place] ??= new MarkedDays(from, to - from + 2)).mark(day);
  });
  const zeros = marked.flatMap((days, i) => (days ? [{ place: i - 1, days: days.days() }] : []));
  return {
    zeros: zeros.sort((a, b) => b.days.length - a.days.length || a.place - b.place),
    leftOut,
    middled,
  };
}

/** A day 0 by its day and, where the anchors' places matter, the code of its place. */
interface NamedDay {
  day: number;
  place: string | null;
}

/** The anchors of some days 0, in their order. */
export function nameAnchors(
  index: EventIndex,
  asked: Asked,
  ids: IdSet | null,
  wanted: readonly NamedDay[],
): DayZero[] {
  const rules = new AnchorRules(asked);
  const keyOf = (day: number, place: string | null): string => `${day} ${place ?? ''}`;
  const found = new Map(
    wanted.map(({ day, place }) => [keyOf(day, place), { anchors: 0, ids: [] as number[] }]),
  );
  const days = new Set(wanted.map(({ day }) => day));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  // A day 0 is no earlier than the start of its anchor, and at most the day after its end.
  visitPassing(index, asked.anchors, ids, { from: from - longestOf(index) - 1, to }, (event) => {
    const day = rules.dayOf(event);
    if (!days.has(day) || rules.leavesOut(event)) return;
    const place = asked.where === 'own' ? places[event.place]!.code : null;
    const zero = found.get(keyOf(day, place));
    if (zero && zero.anchors++ < NAMED) zero.ids.push(event.id);
  });
  return wanted.map(({ day, place }) => found.get(keyOf(day, place))!);
}
