import { dayNumber } from '@/lib/days';
import type { EventIndex } from '@/lib/event-index';
import type { IdSet } from '@/lib/id-set';
import type { IndexRow } from '@/lib/index-columns';
import { places } from '@/lib/places';
import { datings } from '@/lib/vocabulary';
import { daysOf, type EventsByCombo } from './events-by-combo';
import { daysIn, type Stretch } from './outcome-days';
import { passingEvents } from './passing-events';
import type { StudyQuestion } from './study-question';

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
/** The stretches of one event alone. */
const FIRST = Int32Array.of(0);

type Asked = Pick<StudyQuestion, 'anchors' | 'at' | 'uncertain' | 'where'>;

/** Says of events which day 0 they make, by the rules of the question. */
class AnchorRules {
  constructor(readonly asked: Asked) {}

  /** The days on which the question asks for anchors. */
  get asksFor(): Stretch {
    const { from, to } = this.asked.anchors;
    return { from: from === null ? -Infinity : dayNumber(from), to: to === null ? Infinity : dayNumber(to) };
  }

  /** The first day of an anchor, or the day after its last, where they are known; else the middle of what is. */
  dayOf(dating: number, start: number, end: number): number {
    if (dating !== EXACT) return Math.floor((start + end) / 2);
    return this.asked.at === 'start' ? start : end + 1;
  }

  /** By dating, of each stretch that anchors so dated have, what becomes of its day 0; each list made when it is first asked for. */
  listsBy({ known, spans }: EventsByCombo, of: (day: number) => number): (dating: number) => Int32Array {
    const lists: Int32Array[] = [];
    const listOf = (dating: number): Int32Array => {
      const { from, to } = datings[dating] === 'span' ? spans : known;
      const list = new Int32Array(from.length);
      for (let i = 0; i < list.length; i++) list[i] = of(this.dayOf(dating, from[i]!, to[i]!));
      return list;
    };
    return (dating) => (lists[dating] ??= listOf(dating));
  }

  leavesOut(dating: number): boolean {
    return dating !== EXACT && this.asked.uncertain === 'out';
  }
}

/** A mark for each day that an index speaks of, and a place behind them for days that are not asked for. */
class DayMarks {
  /** Four days at once: most are not marked. */
  readonly #fours: Uint32Array;
  readonly #marks: Uint8Array;
  readonly #days: number;
  #any = false;

  constructor(
    readonly all: Stretch,
    readonly asked: Stretch,
  ) {
    this.#days = daysIn(all);
    this.#fours = new Uint32Array(Math.ceil((this.#days + 1) / 4));
    this.#marks = new Uint8Array(this.#fours.buffer);
  }

  placeOf(day: number): number {
    const { all, asked } = this;
    return day < asked.from || day > asked.to ? this.#days : day - all.from;
  }

  /** Marks those of some events that are asked for, by the places of their stretches; returns how many they are. */
  mark(placeOf: Int32Array, stretch: Int32Array, from: number, to: number): number {
    const [marks, none] = [this.#marks, this.#days];
    let events = to - from;
    this.#any = true;
    for (let i = from; i < to; i++) {
      const at = placeOf[stretch[i]!]!;
      marks[at] = 1;
      if (at === none) events--;
    }
    return events;
  }

  /** The days that are marked, in order; then none is. */
  take(): number[] {
    const days: number[] = [];
    if (!this.#any) return days;
    this.#any = false;
    this.#marks[this.#days] = 0;
    for (let four = 0; four < this.#fours.length; four++) {
      if (this.#fours[four] === 0) continue;
      for (let d = four * 4; d < four * 4 + 4; d++) if (this.#marks[d] === 1) days.push(this.all.from + d);
      this.#fours[four] = 0;
    }
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

/** Finds the days 0, place by place where the anchors' places matter. */
export function findAnchors(index: EventIndex, asked: Asked, ids: IdSet | null): Anchors {
  const rules = new AnchorRules(asked);
  const { events, visitCombos, isOut, added } = passingEvents(index, asked.anchors, ids);
  const { id, stretch } = events;
  const { from, to } = daysOf(index);
  // The day after the last is a day 0 too.
  const noMarks = (): DayMarks => new DayMarks({ from, to: to + 1 }, rules.asksFor);
  const [used, unused] = [noMarks(), noMarks()];
  const placesBy = rules.listsBy(events, (day) => used.placeOf(day));
  let [leftOut, middled] = [0, 0];
  const tell = (dating: number, anchors: number): void => {
    if (rules.leavesOut(dating)) leftOut += anchors;
    else if (dating !== EXACT) middled += anchors;
  };
  const markCombo = (dating: number, first: number, end: number): void => {
    const marks = rules.leavesOut(dating) ? unused : used;
    const at = placesBy(dating);
    if (isOut === null) tell(dating, marks.mark(at, stretch, first, end));
    else
      for (let i = first; i < end; i++) if (!isOut(id[i]!)) tell(dating, marks.mark(at, stretch, i, i + 1));
  };
  const markRow = ({ dating, start, end }: IndexRow): void => {
    const at = Int32Array.of(used.placeOf(rules.dayOf(dating, start, end)));
    tell(dating, (rules.leavesOut(dating) ? unused : used).mark(at, FIRST, 0, 1));
  };
  const all = places.map((_, place) => place);
  const groups =
    asked.where === 'own' ? all.map((place) => ({ place, held: [place] })) : [{ place: -1, held: all }];
  const zeros = groups.map(({ place, held }): PlaceZeros => {
    for (const one of held) visitCombos(one, markCombo);
    for (const row of added) if (place < 0 || row.place === place) markRow(row);
    return { place, days: used.take() };
  });
  return {
    zeros: zeros
      .filter(({ days }) => days.length > 0)
      .sort((a, b) => b.days.length - a.days.length || a.place - b.place),
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
  const byDay = new Map<number, Map<string | null, number[]>>();
  for (const { day } of wanted) byDay.set(day, new Map());
  for (const { day, place } of wanted) byDay.get(day)!.set(place, []);
  const [earliest, latest] = [Math.min(...byDay.keys()), Math.max(...byDay.keys())];
  const name = (day: number, place: number, id: number): void => {
    byDay
      .get(day)
      ?.get(asked.where === 'own' ? places[place]!.code : null)
      ?.push(id);
  };
  const { events, visitCombos, isOut, added } = passingEvents(index, asked.anchors, ids);
  const { id, stretch } = events;
  const daysBy = rules.listsBy(events, (day) => day);
  for (let place = 0; place < places.length; place++)
    visitCombos(place, (dating, first, end) => {
      if (rules.leavesOut(dating)) return;
      const days = daysBy(dating);
      const { from } = datings[dating] === 'span' ? events.spans : events.known;
      for (let i = first; i < end; i++) {
        const day = days[stretch[i]!]!;
        // They come by their first days, and no day 0 is before that of its anchor.
        if (day > latest && from[stretch[i]!]! > latest) break;
        if (day >= earliest && day <= latest && !isOut?.(id[i]!)) name(day, place, id[i]!);
      }
    });
  for (const row of added)
    if (!rules.leavesOut(row.dating)) name(rules.dayOf(row.dating, row.start, row.end), row.place, row.id);
  return wanted.map(({ day, place }) => {
    const found = byDay.get(day)!.get(place)!;
    return { anchors: found.length, ids: found.sort((a, b) => a - b).slice(0, NAMED) };
  });
}
