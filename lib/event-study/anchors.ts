import { dayNumber } from '@/lib/days';
import { datings } from '@/lib/vocabulary';
import type { StudyQuestion } from './study-question';
import type { PassingEvent } from './visit-passing';

/** The anchors of one day and, where that matters, of one place: together one day 0. */
export interface DayZero {
  day: number;
  /** Position in lib/places; -1 where the anchors' places do not matter. */
  place: number;
  anchors: number;
  /** Ids of the first few anchors, to be named. */
  ids: number[];
}

/** As many anchors of a day are named. */
const NAMED = 4;
const EXACT = datings.indexOf('exact');

type Asked = Pick<StudyQuestion, 'anchors' | 'at' | 'uncertain' | 'where'>;

/** Gathers days 0 while the index is walked. */
export class AnchorCounter {
  readonly #zeros = new Map<number, DayZero>();
  /** Anchors whose day is not known, and which the question leaves out. */
  leftOut = 0;
  /** Anchors taken at the middle of their dates, or on the day of their report. */
  middled = 0;

  readonly #from: number;
  readonly #to: number;

  constructor(readonly asked: Asked) {
    this.#from = asked.anchors.from === null ? -Infinity : dayNumber(asked.anchors.from);
    this.#to = asked.anchors.to === null ? Infinity : dayNumber(asked.anchors.to);
  }

  /** The first day of an anchor, or the day after its last, where they are known; else the middle of what is. */
  #dayOf({ start, end, dating }: PassingEvent): number {
    if (dating !== EXACT) return Math.floor((start + end) / 2);
    return this.asked.at === 'start' ? start : end + 1;
  }

  add(event: PassingEvent): void {
    const day = this.#dayOf(event);
    if (day < this.#from || day > this.#to) return;
    if (event.dating !== EXACT) {
      if (this.asked.uncertain === 'out') {
        this.leftOut++;
        return;
      }
      this.middled++;
    }
    const place = this.asked.where === 'own' ? event.place : -1;
    // Days are within some millions of nought, places some hundreds.
    const key = day * 1024 + place + 1;
    const known = this.#zeros.get(key);
    if (!known) this.#zeros.set(key, { day, place, anchors: 1, ids: [event.id] });
    else if (known.anchors++ < NAMED) known.ids.push(event.id);
  }

  /** By day, then by place. */
  zeros(): DayZero[] {
    return [...this.#zeros.values()].sort((a, b) => a.day - b.day || a.place - b.place);
  }
}
