import { formatCount } from '@/lib/numbers';
import type { Reading, Status } from './evaluate';

/** What a status is called; its sign is in app/_indicators. */
export const statusWords: Record<Status, string> = {
  normal: 'Normal',
  raised: 'Raised',
  high: 'High',
  unknown: 'Not enough data',
};

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const numberWords = (value: number): string =>
  Number.isInteger(value) ? formatCount(value) : number.format(value);

/** "8 events", "1 event", "4,915 referrals"; the number alone where it is no count. */
function countWords(value: number, noun: string | undefined): string {
  const said = value === 1 ? noun?.replace(/^people /, 'person ').replace(/^events$/, 'event') : noun;
  return said ? `${numberWords(value)} ${said}` : numberWords(value);
}

type Stood = Pick<Reading, 'status' | 'side'>;

const direction = ({ side, status }: Stood): string =>
  status === 'normal' || side === 0 ? '' : side > 0 ? ', above' : ', below';

/** "High, below": the status with the side that it is off, where that is not plain. */
export function statusInWords(reading: Stood): string {
  return `${statusWords[reading.status]}${direction(reading)}`;
}

/** The reason in words: "8 events in June 2020; 1.2 to 4.1 expected from the 7 months before". */
export function reasonWords(reading: Reading, from: string): string {
  const { value, title, noun, band, change, before, missing } = reading;
  const now = value === null ? title : `${countWords(value, noun)} in ${title}`;
  if (missing) return `${now}: ${missing}`;
  if (change !== null && before) {
    const size = Math.round(Math.abs(change));
    const compared =
      size === 0 ? 'about as many as' : `${size} per cent ${change > 0 ? 'more' : 'fewer'} than`;
    return `${now}; ${compared} ${numberWords(before.value!)} in ${before.title}`;
  }
  return `${now}; ${numberWords(band!.low)} to ${numberWords(band!.high)} expected from ${from}`;
}

/** What stands out among the latest readings: "2 of 19 indicators are outside their expected band; for 12 there is not enough data." */
export function offBandSentence(latest: readonly Reading[]): string {
  const count = (...which: Status[]): number => latest.filter(({ status }) => which.includes(status)).length;
  const [off, unknown] = [count('raised', 'high'), count('unknown')];
  if (latest.length === 0) return 'Nothing has been counted yet.';
  const first =
    off === 0
      ? 'No indicator is outside its expected band'
      : `${off} of ${latest.length} indicators ${off === 1 ? 'is' : 'are'} outside ${off === 1 ? 'its' : 'their'} expected band`;
  return unknown === 0
    ? `${first}.`
    : `${first}; for ${unknown} of ${latest.length} there is not enough data to tell.`;
}
