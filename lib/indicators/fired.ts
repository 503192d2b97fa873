import { countOf } from '@/lib/numbers';
import type { Reading } from './evaluate';
import type { Indicator } from './indicator';

const isOff = ({ status }: Reading): boolean => status === 'raised' || status === 'high';

/** How often an indicator would have fired over what is known. */
export interface Fired {
  /** Periods there are, and those that could be read. */
  periods: number;
  read: number;
  raised: number;
  high: number;
  /** Unbroken runs of periods off the band. */
  spells: number;
  /** No period holds anything: nothing passes the filter, or what passes has no such value. */
  empty: boolean;
  /** The readings off the band, newest first. */
  readings: Reading[];
}

/** Counts how often readings, oldest first, are off their band. */
export function firedIn(readings: readonly Reading[]): Fired {
  const off = readings.filter(isOff);
  return {
    periods: readings.length,
    read: readings.filter(({ status }) => status !== 'unknown').length,
    raised: off.filter(({ status }) => status === 'raised').length,
    high: off.filter(({ status }) => status === 'high').length,
    spells: readings.filter((one, i) => isOff(one) && !(i > 0 && isOff(readings[i - 1]!))).length,
    empty: readings.every(({ value }) => value === null || value === 0),
    readings: off.reverse(),
  };
}

const share = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Why an indicator has nothing to read, by what it measures. */
const emptyWords: Record<Indicator['measure'], string> = {
  events: 'no event of these dates passes the filter',
  sum: 'no event of these dates that passes the filter has an amount of what is measured',
  last: 'no event of these dates that passes the filter has a value of what is measured',
  series: 'the series has no number',
};

/** How often it would have fired, in words; `period` is what one is called ("month"). */
export function firedWords(
  { periods, read, raised, high, spells, empty }: Fired,
  { period, measure }: Pick<Indicator, 'period' | 'measure'>,
): string {
  if (periods === 0)
    return measure === 'series'
      ? 'Not enough data: the series has no number yet.'
      : 'Not enough data: nothing has been counted yet.';
  if (empty) return `Nothing to read in the ${countOf(periods, period)} on record: ${emptyWords[measure]}.`;
  if (read === 0) return `Not enough data: none of the ${countOf(periods, period)} on record could be read.`;
  const rest = periods - read;
  const unread = rest === 0 ? '' : ` For ${countOf(rest, period)} there was not enough data.`;
  const off = raised + high;
  if (off === 0)
    return `It would not have fired in the ${countOf(read, period)} that could be read.${unread}`;
  const times = countOf(spells, 'spell');
  return `It would have fired in ${off} of the ${countOf(read, period)} that could be read (${share.format((off / read) * 100)} per cent), in ${times}: raised in ${raised}, high in ${high}.${unread}`;
}
