import { isDeepStrictEqual } from 'node:util';
import { countOf, formatCount } from '@/lib/numbers';
import type { Observation } from './series';

/** A number of a series that stands otherwise than on a past day; null where it was not there, or is not. */
export interface NumberSince {
  /** Its period, by which the two are one number. */
  startsOn: string;
  endsOn: string;
  before: Observation | null;
  after: Observation | null;
}

const periodOf = ({ startsOn, endsOn }: Observation): string => `${startsOn} ${endsOn}`;

/** The numbers of a series that stand otherwise now than on a past day, in order of time. */
export function numbersSince(then: readonly Observation[], now: readonly Observation[]): NumberSince[] {
  const byPeriod = (list: readonly Observation[]) => new Map(list.map((one) => [periodOf(one), one]));
  const [before, after] = [byPeriod(then), byPeriod(now)];
  const all = new Map([...before, ...after]);
  return [...all]
    .map(([period, { startsOn, endsOn }]) => ({
      startsOn,
      endsOn,
      before: before.get(period) ?? null,
      after: after.get(period) ?? null,
    }))
    .filter((one) => !isDeepStrictEqual(one.before, one.after))
    .sort((a, b) => (a.endsOn + a.startsOn < b.endsOn + b.startsOn ? -1 : 1));
}

/** What became of the numbers since, in words: "Since then 2 numbers of it were added and 1 changed". */
export function numbersSinceWords(since: readonly NumberSince[]): string {
  const count = (test: (one: NumberSince) => boolean): number => since.filter(test).length;
  const told = [
    [count((one) => one.before === null), 'added'],
    [count((one) => one.before !== null && one.after !== null), 'changed'],
    [count((one) => one.after === null), 'taken away'],
  ]
    .filter(([n]) => Number(n) > 0)
    .map(([n, what], i) => {
      const many = Number(n);
      const first = `${countOf(many, 'number')} of it ${many === 1 ? 'was' : 'were'} ${what}`;
      return i === 0 ? first : `${formatCount(many)} ${what}`;
    });
  return told.length === 0
    ? 'None of its numbers has changed since'
    : `Since then ${told.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
}
