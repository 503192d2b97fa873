import { countOf } from '@/lib/numbers';
import type { Reading } from './evaluate';

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
    readings: off.reverse(),
  };
}

const share = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** How often it would have fired, in words; `period` is what one is called ("month"). */
export function firedWords({ periods, read, raised, high, spells }: Fired, period: string): string {
  if (periods === 0) return 'Not enough data: nothing has been counted yet.';
  if (read === 0) return `Not enough data: none of the ${countOf(periods, period)} on record could be read.`;
  const rest = periods - read;
  const unread = rest === 0 ? '' : ` For ${countOf(rest, period)} there was not enough data.`;
  const off = raised + high;
  if (off === 0)
    return `It would not have fired in the ${countOf(read, period)} that could be read.${unread}`;
  const times = countOf(spells, 'spell');
  return `It would have fired in ${off} of the ${countOf(read, period)} that could be read (${share.format((off / read) * 100)} per cent), in ${times}: raised in ${raised}, high in ${high}.${unread}`;
}
