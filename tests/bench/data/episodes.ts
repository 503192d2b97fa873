import { dayNumber } from '@/lib/days';
import { firstDayOfMonth, monthOfDay } from '@/lib/timeline-calendar';
import { weighted, zipf, type Random } from './random';
import * as shape from './shape';

/** The days of the record, as day numbers, both included. */
export const firstDay = dayNumber(shape.FIRST_DAY);
export const lastDay = dayNumber(shape.LAST_DAY);
const firstMonth = monthOfDay(firstDay);
const months = monthOfDay(lastDay) - firstMonth + 1;
const JANUARY_2020 = monthOfDay(dayNumber('2020-01-01'));

const EPISODES = 600;
/** Places that have bouts of violence, by rank: a third of the countries. */
const EPISODE_PLACES = 80;
const WORST_DAYS = 3;
const MEDIAN_EPISODE_DAYS = 60;

export interface Happening {
  /** Day number. */
  day: number;
  /** Rank of the country, nought for the one with most; null where the kind's own ranking says. */
  rank: number | null;
}

const clamp = (day: number): number => Math.min(lastDay, Math.max(firstDay, Math.floor(day)));
const growth = (month: number): number => shape.YEARLY_GROWTH ** (month / 12);

function dayIn(month: number, random: Random): number {
  const start = firstDayOfMonth(month);
  return start + random.below(firstDayOfMonth(month + 1) - start);
}

/** Days on which events happen: more each year, months that differ as in real records, evenly within a month. */
function background(random: Random): (random: Random) => Happening {
  const draw = weighted(
    Array.from({ length: months }, (_, m) => growth(m) * Math.exp(shape.MONTH_SPREAD * random.normal())),
  );
  return (chance) => ({ day: dayIn(firstMonth + draw(chance), chance), rank: null });
}

/** Bouts in one place: a start, a few weeks or months, and a few worst days. */
function episodes(random: Random): (random: Random) => Happening {
  const startMonth = weighted(Array.from({ length: months }, (_, m) => growth(m)));
  const placeOf = weighted(zipf(EPISODE_PLACES, shape.PLACE_EXPONENT.violence));
  const list = Array.from({ length: EPISODES }, () => ({
    start: dayIn(firstMonth + startMonth(random), random),
    days: MEDIAN_EPISODE_DAYS * Math.exp(0.7 * random.normal()),
    rank: placeOf(random),
    worst: Array.from({ length: WORST_DAYS }, () => random.next()),
  }));
  const draw = weighted(zipf(EPISODES, 0.8));
  return (chance) => {
    const { start, days, rank, worst } = list[draw(chance)]!;
    const at =
      chance.next() < shape.ON_WORST_DAYS
        ? worst[chance.below(WORST_DAYS)]!
        : Math.min(chance.next(), chance.next());
    return { day: clamp(start + at * days), rank };
  };
}

function pandemic(): (random: Random) => Happening {
  const draw = weighted(shape.PANDEMIC_MONTHS);
  return (chance) => ({ day: dayIn(JANUARY_2020 + draw(chance), chance), rank: null });
}

/** When and, in an episode, where events of a kind happen. `random` sets the months and episodes once. */
export function happenings(kind: shape.Kind, random: Random): (random: Random) => Happening {
  const usual = background(random);
  if (kind === 'news') return usual;
  const [bout, share] =
    kind === 'violence' ? [episodes(random), shape.IN_EPISODES] : [pandemic(), shape.IN_PANDEMIC];
  return (chance) => (chance.next() < share ? bout(chance) : usual(chance));
}
